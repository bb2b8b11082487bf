shoutouts-title = Dédicaces
shoutouts-yours = Dites-le à l’antenne
shoutouts-text = Votre message
# $most is a number of characters.
shoutouts-text-hint = { $most } caractères au plus. Un modérateur le voit d’abord.
shoutouts-name = Votre nom
shoutouts-place = D’où vous écoutez
shoutouts-optional = facultatif
shoutouts-send = Envoyer
shoutouts-sent = Merci. Les modérateurs l’ont maintenant.
shoutouts-shown = Ce que l’on dit
shoutouts-empty = Pas encore de dédicace
shoutouts-empty-text = Saluez quelqu’un, où qu’il écoute.
shoutouts-from-somebody = Quelqu’un quelque part
# $place is where somebody listens, in their words.
shoutouts-from-place = Quelqu’un à { $place }
shoutouts-from = { $name }, { $place }
shoutouts-read = Lu à l’antenne

## For moderators

shoutouts-held = En attente de vous
shoutouts-nothing-held = Rien n’attend. Ce que l’on envoie apparaît ici de soi-même.
shoutouts-overlay = Incrustation pour OBS
shoutouts-show = Montrer
shoutouts-hide = Cacher
shoutouts-mark-read = Lu à l’antenne

## Why not

shoutouts-refused-empty = Écrivez d’abord quelques mots.
shoutouts-refused-too-long = { $most } caractères au plus, s’il vous plaît.
shoutouts-refused-name-too-long = Un nom a { $most } caractères au plus.
shoutouts-refused-place-too-long = Un lieu a { $most } caractères au plus.
# $minutes is a number.
shoutouts-refused-too-many = Cela fait déjà trois. Vous pourrez envoyer la prochaine dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
shoutouts-refused-full = Trop de dédicaces attendent déjà. Réessayez dans un moment.
shoutouts-refused-decided = Quelqu’un d’autre a déjà décidé pour celle-ci.
