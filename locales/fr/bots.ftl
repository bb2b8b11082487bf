bots-title = Bots
bots-text = Un bot est un programme qui écrit dans le salon et apprend ce qui s’y dit. Ses messages portent un badge. Sa façon de parler avec ce site est décrite dans docs/BOTS.md.
bots-empty-title = Pas encore de bot
bots-empty-text = Donnez un nom au premier ci-dessus. Vous recevez son jeton et il peut écrire aussitôt.
bots-name = Nom
bots-name-hint = Des membres peuvent porter le même nom ; le badge les distingue.
bots-make = Créer un bot
bots-made = Créé : { $when }
bots-rename = Renommer
bots-saved = Enregistré.

## Tokens

bots-token-once = Voici le jeton de { $name }. Il n’est montré que maintenant : gardez-le en lieu sûr.
bots-secret-once = Ce qui est envoyé à { $name } est signé avec ceci. Ce secret n’est montré que maintenant : gardez-le en lieu sûr.
bots-secret = Secret
bots-copy = Copier
bots-copied = Copié
bots-renew = Nouveau jeton
bots-renew-ask = Le jeton actuel cesse aussitôt de fonctionner.
bots-renew-yes = Créer un nouveau jeton
bots-revoke = Révoquer
bots-revoke-ask = { $name } n’écrira et n’apprendra plus rien, définitivement. Ce qu’il a dit reste.
bots-revoke-yes = Révoquer { $name }
bots-revoked = Le bot est révoqué.

## Webhooks

bots-webhook = Adresse du webhook
bots-webhook-hint = Les nouveaux messages y sont envoyés. Laissez vide pour ne rien envoyer.
bots-webhook-save = Enregistrer l’adresse
bots-failing = Les messages n’arrivent plus depuis { $when }. Ils sont renvoyés encore et encore, à intervalles de plus en plus longs.
bots-off = Plus rien n’est envoyé depuis { $when } : une journée entière a échoué. Enregistrez l’adresse pour recommencer.
bots-why-status = La dernière réponse était { $status }.
bots-why-slow = La dernière réponse a pris plus de cinq secondes.
bots-why-private = L’adresse mène à un réseau privé.
bots-why-unreachable = La connexion n’a pas pu être établie.

## Refusals

bots-refused-name-missing = Donnez un nom au bot.
# $most is a number.
bots-refused-name-too-long = Un nom compte au plus { $most } caractères.
bots-refused-name-taken = Un autre bot porte déjà ce nom.
# $most is a number.
bots-refused-too-many = Il y a déjà { $most } bots. Révoquez-en d’abord un.
bots-refused-address = Donnez une adresse qui commence par https:// ou http://.
bots-refused-private = Cette adresse se trouve dans un réseau privé, où ce site n’envoie rien.
