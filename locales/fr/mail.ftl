# Messages. $brand est le nom du site, $name celui de la personne. Les objets sont du texte simple.

mail-footer = Tu reçois ce message parce que quelqu’un a utilisé cette adresse sur { $brand }. Merci de ne pas y répondre.

## Quelqu’un s’est inscrit avec cette adresse.

mail-confirm-subject = Confirme ton adresse pour { $brand }
mail-confirm-text = Bonjour { $name }, bienvenue chez { $brand }. Confirme que cette adresse est la tienne.
mail-confirm-button = Confirmer mon adresse
mail-confirm-note =
    { $hours ->
        [one] Le lien sert une fois, pendant { $hours } heure. Si tu ne t’es pas inscrit, ignore ce message : il ne se passera rien.
       *[other] Le lien sert une fois, pendant { $hours } heures. Si tu ne t’es pas inscrit, ignore ce message : il ne se passera rien.
    }

## Quelqu’un a utilisé une adresse qui a déjà un compte.

mail-known-subject = Tu as déjà un compte chez { $brand }
mail-known-text = Bonjour { $name }, quelqu’un a voulu utiliser cette adresse pour un compte chez { $brand }. Elle en a déjà un : il suffit de te connecter.
mail-known-button = Se connecter
mail-known-note = Si tu as oublié ton mot de passe, tu peux en choisir un autre depuis la page de connexion. Si ce n’était pas toi, ignore ce message : rien n’a changé.

## Quelqu’un a demandé un nouveau mot de passe.

mail-reset-subject = Choisis un nouveau mot de passe pour { $brand }
mail-reset-text = Bonjour { $name }, quelqu’un a demandé un nouveau mot de passe pour ton compte chez { $brand }. Tu peux le choisir ici.
mail-reset-button = Choisir un nouveau mot de passe
mail-reset-note =
    { $hours ->
        [one] Le lien sert une fois, pendant { $hours } heure. Si ce n’était pas toi, ignore ce message : ton mot de passe reste le même.
       *[other] Le lien sert une fois, pendant { $hours } heures. Si ce n’était pas toi, ignore ce message : ton mot de passe reste le même.
    }

## Quelqu’un de connecté veut une autre adresse.

mail-change-subject = Confirme ta nouvelle adresse pour { $brand }
mail-change-text = Bonjour { $name }, confirme que tu veux utiliser cette adresse pour ton compte chez { $brand }.
mail-change-button = Utiliser cette adresse
mail-change-note =
    { $hours ->
        [one] Le lien sert une fois, pendant { $hours } heure. D’ici là, ton ancienne adresse reste valable.
       *[other] Le lien sert une fois, pendant { $hours } heures. D’ici là, ton ancienne adresse reste valable.
    }

## Avis après un changement.

mail-changed-subject = Ton adresse chez { $brand } a changé
mail-changed-text = Bonjour { $name }, ton compte chez { $brand } utilise maintenant une autre adresse. Ceci est le dernier message à celle-ci.
mail-changed-note = Si ce n’était pas toi, préviens au plus vite l’équipe de { $brand }.
mail-password-subject = Ton mot de passe chez { $brand } a changé
mail-password-text = Bonjour { $name }, le mot de passe de ton compte chez { $brand } a changé et tous les autres appareils ont été déconnectés.
mail-password-button = Choisir un autre mot de passe
mail-password-note = Si ce n’était pas toi, choisis un autre mot de passe au plus vite.

## Ce que quelqu’un n’a pas encore regardé. $count : combien ; sous le texte, chaque chose tient en une phrase.

mail-notifications-subject = { $count ->
    [one] Du nouveau pour vous sur { $brand }
   *[other] { $count } nouvelles notifications sur { $brand }
}
mail-notifications-text = Bonjour { $name }, voici ce qui s’est passé en votre absence :
mail-notifications-button = Lire la suite
mail-notifications-note = Vous choisissez ce que vous recevez par e-mail dans vos réglages, sur votre page.
