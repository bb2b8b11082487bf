listening-like = J’aime
listening-like-sign-in = Connecte-toi pour aimer ce mix
listening-likes = Favoris
listening-no-likes = Pas encore de favoris
listening-no-likes-text = Appuie sur le cœur d’un mix et il t’attendra ici.
listening-history = Écoutés
listening-no-history = Ce que tu écoutes en étant connecté s’affiche ici.
listening-forget = Effacer mon historique
