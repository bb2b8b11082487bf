chat-live = Direct
chat-room = Le salon
chat-messages = Ce qui s’est dit
chat-empty = Personne n’a encore rien dit
chat-empty-text = Dites bonjour. Qui arrive ensuite le verra.
chat-earlier = Messages précédents
chat-since-last = Nouveau depuis votre passage
chat-to-newest = Au plus récent
chat-go-to = Aller à un moment
chat-go = Aller

## Who is here

# $people is how many listen to the station just now, a number.
chat-listening = { $people ->
    [one] 1 personne écoute
   *[other] { $people } personnes écoutent
}
# $people is a number.
chat-here = { $people ->
    [one] Une personne ici
   *[other] { $people } personnes ici
}
chat-typing-one = { $name } écrit
chat-typing-two = { $first } et { $second } écrivent
# More than two; two of them are named.
chat-typing-more = { $first }, { $second } et d’autres écrivent
# $count is the number of messages below what is in sight.
chat-news = { $count ->
    [one] Un nouveau message
   *[other] { $count } nouveaux messages
}

## Messages

chat-sending = Envoi en cours
chat-edited = modifié
chat-deleted = Ce message a été supprimé.
# In place of the name of an account that is gone.
chat-somebody = Quelqu’un qui est parti
chat-note-timed-out = { $name } ne peut pas écrire avant { $time }.
chat-note-banned = { $name } n’est plus dans le salon.
chat-note-lifted = { $name } peut de nouveau écrire.
chat-note-slow-off = Le mode lent est désactivé.
# $seconds is a number.
chat-slow = Mode lent : un message toutes les { $seconds ->
    [one] secondes
   *[other] { $seconds } secondes
}.

## Writing

chat-say = Dites quelque chose
chat-say-hint = Dites quelque chose de gentil
chat-send = Envoyer
# $count and $most are numbers of characters.
chat-count = { $count } sur { $most }
chat-answering = Vous répondez à { $name }
chat-editing = Vous modifiez votre message
chat-leave-mode = Arrêter
chat-connecting = Connexion…
chat-offline = Vous êtes hors ligne. Ce que vous envoyez attend.
chat-sign-in = Vous pouvez lire. Connectez-vous pour dire quelque chose.
chat-confirm-address = Pour écrire ici, confirmez d’abord votre adresse : le lien est dans l’e-mail que nous vous avons envoyé.
chat-timed-out = Vous ne pouvez pas écrire pour l’instant, mais vous pouvez lire.
chat-timed-out-until = Vous ne pouvez pas écrire pour l’instant. Vous le pourrez de nouveau à { $time }.
chat-out-banned = On vous a fait sortir de ce salon et vous ne pouvez plus y écrire.
chat-out-signed-out = Vous êtes déconnecté. Connectez-vous pour revenir.

## What to do with a message

chat-more = Que faire du message de { $name }
chat-actions = Message de { $name }
chat-react = Réagir avec { $emoji }
chat-answer = Répondre
chat-edit = Modifier
chat-delete = Supprimer
chat-delete-ask = Supprimer ce message ? Il disparaît pour tout le monde, sans retour possible.
chat-keep = Laisser tel quel
chat-time-out-minutes = Faire taire 10 minutes
chat-time-out-hour = Faire taire une heure
chat-time-out-day = Faire taire un jour
chat-ban = Exclure
chat-ban-ask = Exclure { $name } ? Cette personne sort tout de suite et ne peut pas revenir tant que vous ne l’y autorisez pas.
chat-done-timed-out = { $name } ne peut pas écrire pour l’instant.
chat-done-banned = { $name } n’est plus dans le salon.

## Refusals

chat-refused-empty = Écrivez d’abord quelque chose.
chat-refused-too-long = C’est trop long : { $most } caractères au plus.
chat-refused-too-fast = Vous allez vite. Réessayez dans { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}.
chat-refused-slow-mode = Le salon est en mode lent. Votre prochain message pourra partir dans { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}.
chat-refused-timed-out = Vous ne pouvez pas écrire pour l’instant. Vous le pourrez de nouveau dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
chat-refused-banned = Vous ne pouvez plus écrire dans ce salon.
chat-refused-network-banned = Quelqu’un qui venait de votre réseau a été exclu d’ici : les nouveaux comptes ne peuvent pas y écrire depuis ce réseau pendant encore { $days ->
    [one] un jour
   *[other] { $days } jours
}. Si cela ne vous concerne pas, demandez à la station.
chat-refused-confirm-address = Confirmez d’abord votre adresse : le lien est dans l’e-mail que nous vous avons envoyé.
chat-refused-read-only = Pour l’instant, seuls les modérateurs écrivent ici.
chat-refused-too-new = Votre compte est trop récent pour écrire ici. Vous le pourrez dans { $hours ->
    [one] une heure
   *[other] { $hours } heures
}.
chat-refused-word = « { $word } » est sur la liste des mots que l’on ne dit pas ici.
chat-refused-too-late = Un message ne peut être modifié que pendant deux minutes.
chat-refused-not-yours = Seule la personne qui a écrit un message peut le modifier.
chat-refused-not-below-you = Son rôle n’est pas au-dessous du vôtre : vous ne pouvez pas faire cela.
chat-refused-no-ban = On n’exclut pas un bot : l’administration révoque son jeton dans le Studio.
chat-refused-no-such-message = Ce message n’est plus là.
chat-refused-no-such-reaction = Cette réaction n’existe pas.

## Bots

chat-bot = Bot

## Compagnie et distance

chat-people = Qui est là
chat-others-here = { $people ->
    [one] et une personne de plus qui écoute seulement
   *[other] et { $people } de plus qui écoutent seulement
}
chat-hidden-people = Personnes que vous masquez
chat-is-muted = masquée
chat-is-blocked = bloquée
chat-show-again = Afficher à nouveau
chat-show-of = Afficher à nouveau les messages de { $name }
chat-hidden = Vous avez masqué les messages de cette personne.
chat-look = Voir celui-ci
chat-mute = Masquer ses messages
chat-block = Bloquer : elle ne pourra pas vous répondre non plus
chat-done-muted = Vous ne voyez plus les messages de { $name }.
chat-done-blocked = Vous avez bloqué { $name }.
chat-refused-blocked = Cette personne ne souhaite pas que vous lui répondiez.
chat-refused-too-many-hidden = Vous masquez { $most } personnes, il n’y a plus de place.

## What stands above the room

chat-pin = Épingler au-dessus du salon
chat-pinned = Épinglé
chat-unpin = Retirer ce qui est épinglé

## Commandes, et ce qui est proposé pendant que quelqu’un écrit

commands-offered = Suggestions
# Lu par les lecteurs d’écran pendant que quelqu’un écrit. $count est un nombre.
commands-offers = { $count ->
    [one] Une suggestion. Appuyez sur Tab pour la prendre.
   *[other] { $count } suggestions. Choisissez avec les flèches, prenez-en une avec Tab.
}
# Les mots après la barre sont les mêmes dans toutes les langues : request, shout, shrug, mute, block, show, timeout, ban, lift, slow, poll.
commands-word-request = Chercher un titre à demander
commands-word-shout = Écrire une dédicace
commands-word-shrug = ¯\_(ツ)_/¯ après vos mots
commands-word-mute = Masquer pour vous les messages de quelqu’un
commands-word-block = Bloquer quelqu’un
commands-word-show = Afficher à nouveau les messages de quelqu’un
commands-word-timeout = Quelqu’un ne peut pas écrire pendant quelques minutes
commands-word-ban = Exclure quelqu’un du salon
commands-word-lift = Lever une mise en pause ou une exclusion
commands-word-slow = Mode lent : secondes entre deux messages, ou off
commands-word-poll = Demander quelque chose au salon
# $command est le mot après la barre.
commands-refused-unknown = La commande /{ $command } n’existe pas. Pour le dire, écrivez deux barres.
commands-refused-no-name = Qui ? Écrivez-le ainsi : /{ $command } @nom
commands-refused-nobody-called = Personne du nom de { $name } n’a écrit ici.
commands-refused-several-called = Plusieurs personnes s’appellent { $name }. Utilisez plutôt le menu à côté du message.
commands-refused-no-number = Combien ? Écrivez-le ainsi : /{ $command } 30
commands-refused-moderators = Seuls les modérateurs peuvent utiliser /{ $command }.
commands-refused-scripts = Les commandes ont besoin de JavaScript. Pour dire une barre, écrivez-en deux.

## Sondages

polls-new = Demander au salon
polls-question = Question
polls-options = Réponses, une par ligne
# $most est un nombre de réponses, $length un nombre de caractères.
polls-options-hint = De deux à { $most }, de { $length } caractères au plus chacune
polls-for = Ouvert pendant
polls-minutes = { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}
polls-ask = Demander
polls-close = Terminer le sondage
polls-put-away = Ranger le sondage
polls-take-back = Retirer ma voix
polls-yours = Votre voix
polls-counted = Votre voix compte.
# $votes et $percent sont des nombres.
polls-result = { $percent } % · { $votes }
polls-votes = { $votes ->
    [0] Aucune voix pour l’instant
    [one] Une voix
   *[other] { $votes } voix
}
polls-over = Terminé
polls-seconds-left = { $seconds ->
    [one] Encore une seconde
   *[other] Encore { $seconds } secondes
}
polls-minutes-left = { $minutes ->
    [one] Encore une minute
   *[other] Encore { $minutes } minutes
}
polls-refused-no-question = Écrivez une question.
polls-refused-question-too-long = C’est trop long : { $most } caractères au plus.
polls-refused-too-few-options = Écrivez au moins { $least } réponses, une par ligne.
polls-refused-too-many-options = { $most } réponses au plus.
polls-refused-option-too-long = Une réponse est trop longue : { $most } caractères au plus.
polls-refused-same-option = « { $option } » y est deux fois.
polls-refused-one-is-open = Un sondage est déjà ouvert. Terminez-le d’abord.
polls-refused-over = Ce sondage est terminé.
polls-refused-no-such-option = Cette réponse n’existe pas.
polls-refused-confirm-address = Pour voter, confirmez d’abord votre adresse : le lien est dans le courriel que nous vous avons envoyé.
polls-refused-timed-out = Vous êtes en pause. Vous pourrez voter dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
polls-refused-too-fast = Vous allez vite. Réessayez dans { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}.
