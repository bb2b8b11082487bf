moderation-room = Les règles du salon
moderation-raid-text = Contre un raid : seuls les comptes de plus d’un jour écrivent, un message toutes les 30 secondes.
moderation-raid-on = Activer le mode raid
moderation-raid-off = Désactiver le mode raid
moderation-read-only = Lecture seule : seuls les modérateurs écrivent
moderation-confirmed = Seuls les membres dont l’adresse est confirmée écrivent
moderation-slow-mode = Temps entre deux messages d’une personne
moderation-age = Âge minimal d’un compte
moderation-off = Sans limite
# $seconds is a number.
moderation-seconds = { $seconds ->
    [one] Une seconde
   *[other] { $seconds } secondes
}
# $minutes is a number.
moderation-minutes = { $minutes ->
    [one] Une minute
   *[other] { $minutes } minutes
}
# $hours is a number.
moderation-hours = { $hours ->
    [one] Une heure
   *[other] { $hours } heures
}
# $days is a number.
moderation-days = { $days ->
    [one] Un jour
   *[other] { $days } jours
}

## Told to the room

moderation-read-only-now = Pour l’instant, seuls les modérateurs écrivent. Vous pouvez toujours lire.
moderation-too-new = Votre compte est trop récent pour écrire ici. Vous pouvez toujours lire.
# $hours is a number.
moderation-note-raid = Mode raid : les comptes de moins de { $hours } heures ne font que lire, et tout le monde écrit lentement.
moderation-note-age = Seuls les comptes de plus { $hours ->
    [one] d’une heure
   *[other] de { $hours } heures
} peuvent écrire.
moderation-note-members = Tous les membres peuvent écrire.
moderation-note-confirmed = Les membres dont l’adresse est confirmée peuvent écrire.
