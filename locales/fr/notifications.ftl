# Ce qui concerne une personne. Les phrases apparaissent dans une liste et dans les e-mails.
notifications-title = Notifications
# $count : combien sont nouvelles.
notifications-title-unread = { $count ->
    [one] Notifications, { $count } nouvelle
   *[other] Notifications, { $count } nouvelles
}
notifications-new = Nouvelle
notifications-read-all = Tout marquer comme lu
notifications-settings = Ce dont vous êtes averti
notifications-empty = Rien de nouveau pour vous
notifications-empty-text = Les réponses, les mentions et le sort de vos demandes s’affichent ici.

## Ce qui s’est passé. $name est une personne ; $artist et $title nomment un morceau.

notifications-answered = { $name } vous a répondu
notifications-answered-gone = Quelqu’un vous a répondu ; le message n’est plus là
notifications-mentioned = { $name } vous a mentionné
notifications-mentioned-gone = Quelqu’un vous a mentionné ; le message n’est plus là
notifications-accepted = Votre demande est acceptée : { $artist } – { $title }
notifications-played = Votre demande passe : { $artist } – { $title }
notifications-refused = Votre demande n’a pas été retenue : { $artist } – { $title }
# $until est un moment.
notifications-timed-out = Un modérateur vous a mis en pause jusqu’à { $until }
notifications-banned = Un modérateur vous a banni du salon
notifications-lifted = Vous pouvez de nouveau écrire dans le salon
notifications-reported = Un message de { $name } a été signalé
notifications-reported-gone = Un message a été signalé ; il n’est plus là
# $job est le nom technique de la tâche.
notifications-gave-up = Une tâche en arrière-plan a été abandonnée : { $job }. Le journal dit pourquoi.

## Comment en être averti.

notifications-choices-text = Comment vous voulez être averti. L’e-mail part si vous n’avez pas regardé dans les deux minutes, et au plus une fois par heure.
notifications-here = Ici
notifications-by-mail = Par e-mail
notifications-kind-answer = Réponses à vos messages
notifications-kind-mention = Quand quelqu’un vous mentionne
notifications-kind-request = Vos demandes de morceaux
notifications-kind-sanction = Mises en pause et bannissements
notifications-kind-report = Messages signalés
notifications-kind-job = Tâches en arrière-plan échouées
