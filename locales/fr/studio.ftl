studio-plays = Écoutes
studio-likes = Favoris
studio-published = Publiés
studio-storage = Stockage
studio-storage-of = { $used } sur { $quota }
studio-empty-title = Pas encore de mix
studio-empty-text = Dépose un fichier ci-dessus. Il est analysé aussitôt et reste un brouillon jusqu’à sa publication.
studio-new-mix = Nouveau mix
studio-drop = Dépose des mixes ici ou choisis des fichiers
studio-drop-formats = MP3, AAC, FLAC, WAV, AIFF, Ogg ou Opus, jusqu’à { $limit } chacun
studio-upload-scripts = L’envoi de fichiers nécessite JavaScript.
studio-upload-going = { $sent } sur { $size } Mo
studio-upload-paused = En pause
studio-upload-waiting = En attente du réseau. L’envoi reprendra tout seul.
studio-upload-done = Arrivé
studio-upload-progress = Envoi de { $name }
studio-upload-dismiss = Abandonner cet envoi
studio-pause = Pause
studio-resume = Reprendre
studio-interrupted = { $percent } % sont arrivés. Choisis de nouveau { $name } pour continuer.
studio-waiting = En attente d’analyse
studio-analysing = Analyse en cours, { $percent } %
studio-analysis = Analyse
studio-edit = Modifier
studio-delete = Supprimer { $title }
studio-deleted-title = « { $title } » est supprimé.
studio-deleted = Le mix est supprimé.
studio-visibility-draft = Brouillon
studio-visibility-public = Public
studio-visibility-unlisted = Non répertorié
studio-saved = Enregistré.
studio-see-page = Voir sa page
studio-listen = Écouter
studio-title = Titre
studio-slug = Adresse
studio-slug-hint = La fin de l’adresse de la page. Laissée vide, elle est formée à partir du titre.
studio-description = Description
studio-description-hint = Markdown fonctionne : *accent*, liens, listes.
studio-moods = Ambiances
studio-labels-hint = Cinq au plus, séparés par des virgules.
studio-date = Date
studio-changed = Modifié : { $when }
studio-save-draft = Enregistrer comme brouillon
studio-save-unlisted = Enregistrer sans répertorier
studio-publish = Publier
studio-cover = Pochette
studio-cover-choose = Choisis une image
studio-cover-send = Changer la pochette
studio-crop-frame = Le carré affiché
studio-crop-hint = Fais glisser le carré ou déplace-le avec les flèches ; plus et moins pour zoomer.
studio-crop-zoom = Zoom
studio-crop-x = De gauche à droite
studio-crop-y = De haut en bas
studio-crop-again = Recadrer
studio-crop-send = Garder ce carré
studio-people = Membres
studio-people-search = Nom ou adresse e-mail
studio-role-of = Rôle de { $name }
studio-role-saved = Le rôle est enregistré.
studio-brand = Marque
studio-brand-name = Nom
studio-brand-tagline = Slogan
studio-brand-hue = Teinte
studio-brand-hue-hint = De 0 à 360 : 27 est rouge, 104 jaune, 155 vert, 255 bleu.
studio-brand-chroma = Force de la couleur
studio-brand-chroma-hint = 0 est gris, 0.25 le plus vif.
studio-brand-links = Liens
studio-brand-links-hint = Un par ligne : un nom, une espace, une adresse https.
studio-brand-zone = Fuseau horaire
studio-brand-zone-hint = Par exemple Europe/London. Les dates et heures s’y affichent.
studio-brand-language = Langue de la marque
studio-logo = Logo
studio-logo-hint = Il prend la place du nom, entier, transparence comprise. JPEG, PNG, WebP ou GIF, 20 Mo au plus.
studio-logo-send = Utiliser comme logo
studio-logo-remove = Retirer le logo
studio-publish-at = Publier le
studio-publish-at-hint = À l’heure de { $zone }. Laissé vide, il est publié tout de suite.
studio-scheduled = Programmé : { $when }
studio-checks = Avant de le publier
studio-check-analysed = Le son est analysé
studio-check-described = Il a une description
studio-check-genres = Il a des genres
studio-check-tracks = Il a une liste des titres
studio-check-there = fait
studio-check-missing = manque
studio-csv = En tableau (CSV)

## The tracklist of a mix

studio-tracklist = Liste des titres
studio-tracklist-of = Liste des titres de { $title }
studio-tracks = Titres
studio-tracks-count = { $count ->
    [one] Un titre
   *[other] { $count } titres
}
studio-tracks-empty = Pas encore de titres
studio-tracks-empty-text = Colle une liste ci-dessous, ou écoute et appuie sur « Un titre commence ici ».
studio-tracks-unsaved = Pas encore enregistré
studio-tracks-saved = La liste des titres est enregistrée.
studio-tracks-read = { $count ->
    [one] Un titre a été lu. Il compte dès que tu enregistres.
   *[other] { $count } titres ont été lus. Ils comptent dès que tu enregistres.
}
studio-tracks-as-text = En texte
studio-tracks-paste = Colle une liste de titres
studio-tracks-paste-hint = Un titre par ligne, avec ou sans temps, ou une feuille CUE. Les exports de Rekordbox, Serato, Traktor et 1001Tracklists conviennent aussi.
studio-tracks-paste-example = 00:00 Artiste - Titre [Label]
studio-tracks-read-button = Lire cette liste
studio-tracks-file = Choisir une feuille CUE ou un fichier texte
studio-tap = Un titre commence ici
studio-tap-listen-first = Lance d’abord le mix
studio-snap = Caler sur le temps
studio-track-add = Ajouter un titre
studio-track-time = Début de { $title }
studio-track-time-invalid = Ce n’est pas un moment du mix. Écris-le comme 1:02:03 ou 62:03.5.
studio-track-artist = Artiste
studio-track-title = Titre
studio-track-label = Label
studio-track-id = ID
studio-track-together = Avec le précédent
studio-track-play = Lire à partir de { $title }
studio-track-no-time = Il n’a pas encore de temps
studio-track-remove = Retirer { $title }
studio-track-removed = « { $title } » est retiré.
studio-track-unknown = Titre inconnu
studio-track-move = Début de { $title }
studio-track-keys = Les flèches déplacent le début d’un dixième de seconde.
studio-track-keys-beats = Les flèches déplacent le début d’un dixième de seconde ; avec Maj, d’un temps.
studio-doubts = Regarde ces lignes, s’il te plaît :
studio-doubt = Ligne { $line } : { $what }
studio-doubt-no-separator = l’artiste et le titre ne se distinguent pas, tout devient donc le titre.
studio-doubt-time-goes-back = ce titre commence avant celui du dessus.
studio-doubt-bad-time = ce temps n’existe pas, le titre reste donc sans temps.
studio-doubt-time-without-track = il y a un temps, mais pas de titre.
studio-doubt-name-too-long = un nom a été coupé à 191 caractères.
studio-doubt-line-too-long = la ligne était trop longue et a été coupée.
studio-doubt-text-too-long = le texte était trop long ; il a été lu jusqu’ici.
studio-doubt-too-many-tracks = il y a déjà 500 titres ; le reste a été laissé de côté.
studio-doubt-another-file = un autre fichier commence ici, et ses temps repartent de 0.
studio-doubt-no-index = ce titre n’a pas d’INDEX 01, il n’a donc pas de temps.
studio-doubt-no-title = ce titre n’a pas de nom, c’est donc un ID.
studio-doubt-bad-number = ce nombre n’est pas valable.
studio-refused-too-many-tracks = Une liste compte au plus { $limit } titres. Enlèves-en quelques-uns, s’il te plaît.
studio-refused-text-too-long = Ce texte est trop long. Colle au plus { $limit } caractères.
studio-refused-past-the-end = Le titre { $row } commence après la fin du mix. Vérifie son temps.
studio-refused-name-too-long = Un nom du titre { $row } dépasse 191 caractères. Raccourcis-le, s’il te plaît.
studio-refused-nameless = Le titre { $row } n’a ni artiste ni nom. Nomme-le, marque-le comme ID ou retire-le.
studio-release = Série, invités, crédits
studio-series = Série
studio-series-hint = Le nom de ce dont c’est un épisode.
studio-episode = Épisode
studio-guests-hint = Dix au plus, séparés par des virgules.
studio-credits = Crédits
studio-credits-hint = Un par ligne : un rôle, deux-points, un nom.
studio-location = Enregistré à
studio-explicit = Paroles explicites
studio-explicit-hint = Le mix porte un E.
studio-versions = Descriptions précédentes
# $when is a date and a time.
studio-version-until = Jusqu’au { $when }
studio-version-restore = La reprendre
studio-share = Liens privés
studio-share-text = Qui a un tel lien écoute ce mix avant sa sortie.
studio-share-life = Valable
studio-share-day = Un jour
studio-share-week = Une semaine
studio-share-month = Un mois
studio-share-make = Créer un lien
# $when is a date and a time.
studio-share-until = Jusqu’au { $when }
studio-share-copy = Copier
studio-share-end = Y mettre fin
studio-bulk = En changer plusieurs
studio-bulk-text = Cochez des mix dans la liste ci-dessous, puis choisissez ce qui leur arrive.
studio-bulk-change = Changement
studio-bulk-public = Publier
studio-bulk-unlisted = Rendre non répertoriés
studio-bulk-draft = Mettre en brouillon
studio-bulk-genre = Ajouter un genre
studio-bulk-series = Mettre dans une série
studio-bulk-delete = Supprimer
studio-bulk-name = Nom du genre ou de la série
studio-bulk-apply = Appliquer
studio-bulk-done = { $count ->
    [0] Rien n’a été changé.
    [one] Un mix a été changé.
   *[other] { $count } mix ont été changés.
}
studio-bulk-saved = Les mix ont été changés.
studio-bulk-left = Ceux-ci sont restés tels quels :
studio-tick = Choisir { $title }
studio-replace = Remplacer l’enregistrement
studio-replace-text = Envoyez le nouveau fichier dans le Studio. Une fois analysé, choisissez ici son brouillon : ce mix prend son son et garde son adresse, ses « j’aime » et ses titres ; le brouillon disparaît.
studio-replace-from = Enregistrement de
studio-replace-button = Remplacer
studio-replaced = Le mix a son nouvel enregistrement.
studio-duplicates = Doublons
studio-duplicates-text = Des paires qui sonnent comme un même enregistrement, quel que soit leur fichier. Gardez celui que vous préférez.
studio-duplicates-none = Rien n’est en double
studio-duplicates-none-text = Les mix qui sonnent comme un même enregistrement apparaîtront ici côte à côte.
studio-downloads = Permettre de le télécharger
studio-downloads-hint = Le fichier tel que tu l’as envoyé, et en MP3 s’il est d’un autre type.

## Dossiers et flux

studio-imports = Imports
studio-imports-empty = Rien n’a encore été importé
studio-imports-empty-text = Les dossiers et les podcasts entrent par le serveur : lance « hectic import » ou laisse-le surveiller un dossier.
studio-imports-hint = Les mix importés sont des brouillons, sauf si leur publication a été demandée.
studio-import-progress = Import de { $source }
studio-import-state-running = En cours
studio-import-state-ended = Terminé
studio-import-state-broken = Interrompu
studio-import-of = { $seen } sur { $total }
studio-import-done = { $count ->
    [one] { $count } importé
   *[other] { $count } importés
}
studio-import-waiting = { $count } en cours d’analyse
studio-import-skipped = { $count ->
    [one] { $count } ignoré
   *[other] { $count } ignorés
}
studio-import-failed = { $count ->
    [one] { $count } en échec
   *[other] { $count } en échec
}
studio-import-already = Il est déjà arrivé.
studio-import-changed-since = Il est déjà arrivé et a changé depuis. Son mix reste tel quel.
studio-import-same = Le même enregistrement est déjà arrivé d’ailleurs.
studio-import-unreadable = Il est illisible : { $cause }
studio-import-changing = Il était en cours d’écriture. Réessaie quand il sera complet.
studio-import-too-deep = Il se trouve dans trop de dossiers imbriqués.
studio-import-no-file = Cet épisode n’a pas de fichier.
studio-import-address = Son adresse ne peut pas être téléchargée.
studio-import-private = Son adresse est dans un réseau privé. Ajoute --allow-private si c’est voulu.
studio-import-unreachable = Son adresse ne répond pas : { $cause }
studio-import-status = Son adresse répond avec le statut { $status }.
studio-import-broke = Quelque chose a échoué de notre côté. Le journal du serveur en dit plus.
studio-shared = Le lien est créé.
studio-unshared = Le lien a pris fin.
