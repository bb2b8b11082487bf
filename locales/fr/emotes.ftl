emotes-title = Émotes
emotes-text = De petites images à vous pour le salon. Le public écrit :nom: ou les donne en réaction.
emotes-empty = Pas encore d’émotes
emotes-empty-text = Ajoutez une image, et le salon l’a aussitôt.
emotes-picture = Image
# $kib est le plus grand fichier en Kio, $most le nombre d’émotes possible.
emotes-picture-hint = PNG, WebP, GIF ou JPEG jusqu’à { $kib } Kio, de préférence à fond transparent. D’une image animée, la première vue est prise. Jusqu’à { $most } émotes.
emotes-preview = L’image que vous avez choisie
emotes-name = Nom
# $least et $most sont des nombres de caractères.
emotes-name-hint = De { $least } à { $most } lettres minuscules, chiffres ou _
emotes-add = Ajouter l’émote
emotes-rename = Renommer
emotes-remove = Retirer
emotes-remove-ask = Ce qui a été écrit avec elle montrera son nom.
emotes-remove-yes = Retirer { $name }

## Refus

emotes-refused-bad-name = Un nom a de { $least } à { $most } lettres minuscules (a à z), chiffres ou _.
emotes-refused-name-taken = Une émote s’appelle déjà { $name }.
emotes-refused-too-many = Il y a { $most } émotes, c’est le maximum. Retirez-en une d’abord.
emotes-refused-no-picture = Choisissez une image.
emotes-refused-too-large = Ce fichier est trop grand : { $most } Kio au plus.
emotes-refused-not-a-picture = Ce n’est pas une image que nous savons lire. PNG, WebP, GIF et JPEG conviennent.
