requests-title = Demandes

## Asking

requests-search = Trouver un titre
requests-search-hint = Artiste ou titre
requests-found = Titres trouvés
requests-nothing-found = Aucun titre de ce nom
requests-nothing-found-text = Vous pouvez demander tout titre cité dans la tracklist d’un mix d’ici. Essayez l’artiste seul.
# $mix is the title of the mix that a track is named in.
requests-heard-in = Entendu dans { $mix }
requests-ask = Le demander
requests-ask-for = Demander { $title }
requests-dedicate = Ajouter une dédicace
requests-dedication = Dédicace
requests-dedication-hint = Pour qui, et pourquoi
requests-sign-in = Connectez-vous pour demander
requests-asked = Votre demande est dans la liste.
requests-withdraw = Retirer
requests-withdrawn = Retirée.

## The list

requests-waiting = Ce qui vient
requests-empty = Personne n’a encore rien demandé
requests-empty-text = Trouvez un titre ci-dessus. Plus il a de votes, plus il passe tôt.
requests-console-empty-text = Ce que l’on demande apparaît ici de soi-même.
requests-by = Demandé par { $name }
requests-accepted = Sera joué
requests-next = Le prochain
# $minutes is a number.
requests-in-about = Dans environ { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}
# $place is the position of the reader's first request, a number.
requests-your-place = Vous êtes numéro { $place }
# $votes is a number.
requests-vote = Voter pour { $title }, { $votes ->
    [one] un vote
   *[other] { $votes } votes
}
requests-vote-sign-in = Se connecter pour voter pour { $title }, { $votes ->
    [one] un vote
   *[other] { $votes } votes
}
requests-votes = { $votes ->
    [one] Un vote
   *[other] { $votes } votes
}
requests-played = Joués récemment
requests-not-now = Pas cette fois
requests-no-reason = Le DJ a passé son tour pour celui-ci.

## The DJ’s console

requests-up-next = À suivre
requests-by-votes = Demandés, par votes
requests-accept = Accepter
requests-play = Ça passe
requests-put-back = Remettre
requests-refuse = Refuser
requests-reason = Motif, pour qui l’a demandé
requests-reason-hint = Pourquoi pas ? (facultatif)
requests-move = Déplacer { $title }
requests-rules = Règles
requests-open = Prendre des demandes
requests-per-person = Demandes d’une personne par heure
requests-per-hour = Demandes de tous par heure
requests-same-track = Minutes avant de redemander un titre
requests-same-artist = Minutes avant de redemander un artiste
requests-rules-saved = Enregistré.

## Why not

requests-refused-closed = Aucune demande n’est prise pour le moment.
requests-refused-no-such-song = Ce titre n’est plus dans la bibliothèque.
requests-refused-too-long = { $most } caractères au plus, s’il vous plaît.
# $most is how many one person may ask for in an hour; $minutes is the wait.
requests-refused-too-many = C’était votre part de cette heure ({ $most }). Vous pourrez redemander dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}. Les votes comptent toujours.
requests-refused-hour-full = Cette heure est complète. Redemandez dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}, ou votez pour ce qui est là.
requests-refused-full = Trop de demandes attendent déjà. Votez pour ce qui est là.
requests-refused-played-lately = Il vient de passer. Vous pourrez le redemander dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
requests-refused-artist-lately = Cet artiste vient de passer. Vous pourrez le redemander dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
requests-refused-over = Cette demande est close : jouée, refusée ou retirée.
requests-refused-too-fast = Doucement. Vous pourrez revoter dans { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}.
requests-refused-confirm-address = Pour demander et voter, confirmez d’abord votre adresse : le lien est dans le courriel que nous vous avons envoyé.
requests-refused-no-such-rule = Les nombres vont de 0 à { $most }.
