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

## Reporting

moderation-report = Signaler
moderation-reported = Merci. Un modérateur va regarder.
moderation-reason = Qu’est-ce qui ne va pas ?
moderation-note = Ce qu’un modérateur devrait savoir
moderation-reason-spam = Spam ou publicité
moderation-reason-insult = Insulte ou harcèlement
moderation-reason-hate = Haine
moderation-reason-sexual = Contenu sexuel
moderation-reason-danger = Menace ou danger
moderation-reason-other = Autre chose
moderation-refused-too-long = C’est trop long : { $most } caractères au plus.
moderation-refused-too-many = Vous avez beaucoup signalé. Vous le pourrez de nouveau dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
moderation-refused-own = Ce message est le vôtre. Vous pouvez le supprimer.

## For moderators

moderation-title = Modération
moderation-reports = Signalements
moderation-log = Journal
moderation-reports-and-log = Signalements et journal
moderation-person = Qui est-ce ?
moderation-done = C’est fait.
moderation-empty = Rien à regarder
moderation-empty-text = Ce que l’on signale attend ici.
# $count is a number of messages.
moderation-open = { $count ->
    [one] Un message attend
   *[other] { $count } messages attendent
}
moderation-gone = Supprimé
moderation-dismiss = Classer
moderation-reported-by = { $reason }, d’après { $name } ({ $when })
moderation-log-empty = Rien n’a encore été fait
moderation-log-empty-text = Ce que font les modérateurs figure ici, avec qui et pourquoi.
moderation-lift = Lever
moderation-lift-of = Lever ce qui vise { $name }
moderation-did-delete = { $by } a supprimé un message de { $name }
moderation-did-time-out = { $by } a réduit { $name } au silence jusqu’à { $until }
moderation-did-ban = { $by } a exclu { $name }
moderation-did-lift = { $by } a rendu la parole à { $name }
moderation-did-rule = { $by } a changé les règles du salon
moderation-did-dismiss = { $by } a classé des signalements sur { $name }
moderation-since = Ici depuis { $when }
# $count and $open are numbers of reports.
moderation-reports-of = Signalements : { $count }, ouverts : { $open }
moderation-sanctions = Silences et exclusions
moderation-no-sanctions = Aucun
moderation-was-banned = Exclusion le { $when } par { $by }
moderation-was-timed-out = Silence le { $when } par { $by }, jusqu’à { $until }
moderation-holds = En vigueur
moderation-messages = Derniers messages
moderation-words = Mots
moderation-words-hint = Un mot ou une expression par ligne, sans égard aux majuscules ni aux accents. Un astérisque à la fin vaut pour toute terminaison. On dit à qui l’écrit lequel c’était.
moderation-words-saved = La liste est enregistrée.
moderation-refused-list-too-long = La liste est trop longue : { $most } caractères au plus.

## Settings

moderation-settings = Réglages
moderation-kept = Durée de conservation des messages
moderation-kept-days = Jours
moderation-kept-hint = De 7 à 3650. Avec 0, les messages sont conservés tant que la station existe. Les plus anciens sont supprimés définitivement.
moderation-kept-saved = Enregistré. Ce qui est plus ancien est supprimé dans l’heure.
# $least and $most are numbers of days.
moderation-refused-kept-days = Donnez un nombre de { $least } à { $most }, ou 0.
moderation-export = Emporter les messages
moderation-export-text = Tous les messages de vos salons tels qu’ils sont, sans ceux qui ont été supprimés.
moderation-export-csv = Tableau pour tableurs (CSV)
moderation-export-json = Pour les programmes (JSON Lines)

# $reason is one of the reasons to report, $when a time.
moderation-noticed = Repéré automatiquement : { $reason }, { $when }
moderation-notices = Signaler les grossièretés automatiquement
moderation-notices-hint = Seul l’anglais est bien connu. Rien n’est refusé : les modérateurs sont invités à regarder.
