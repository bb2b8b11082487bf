# Les gens : inscription, connexion, appareils, rôles.

## Pourquoi un formulaire a été refusé.

accounts-refused-name-length = Indique un nom de 2 à 60 caractères.
accounts-refused-email-invalid = Ce n’est pas une adresse e-mail.
accounts-refused-password-too-short = Choisis un mot de passe d’au moins 10 caractères.
accounts-refused-password-too-long = Le mot de passe ne peut pas dépasser 200 caractères.
accounts-refused-password-common = Ce mot de passe est trop facile à deviner. Choisis-en un autre.
accounts-refused-credentials = L’adresse ou le mot de passe n’est pas bon.
accounts-refused-wrong-password = Ce n’est pas ton mot de passe actuel.
accounts-refused-too-many =
    { $minutes ->
        [one] Trop de tentatives. Réessaie dans { $minutes } minute.
       *[other] Trop de tentatives. Réessaie dans { $minutes } minutes.
    }
accounts-refused-network-banned = Quelqu’un qui venait de ton réseau a été exclu d’ici : personne de nouveau ne peut s’inscrire depuis ce réseau pendant encore { $days ->
    [one] un jour
   *[other] { $days } jours
}. Si cela ne te concerne pas, demande à la station.
accounts-refused-link-expired = Ce lien a déjà servi ou est trop ancien. Demandes-en un nouveau.
accounts-refused-bio-too-long = Le texte à propos de toi ne peut pas dépasser 2 000 caractères.
accounts-refused-last-admin = Personne d’autre n’administre ce site. Donne d’abord ce rôle à quelqu’un.
accounts-refused-role = Tu ne peux ni donner ni retirer un rôle supérieur au tien.

## Pages

accounts-sign-in = Se connecter
accounts-sign-up = Créer un compte
accounts-sign-up-why = Garde tes favoris et reprends chaque mix là où tu t’es arrêté, sur tous tes appareils.
accounts-sign-out = Se déconnecter
accounts-name = Nom
accounts-email = Adresse e-mail
accounts-password = Mot de passe
accounts-password-hint = Au moins 10 caractères.
accounts-show-password = Afficher le mot de passe
accounts-new-password = Nouveau mot de passe
accounts-forgot = Mot de passe oublié ?
accounts-forgot-title = Un nouveau mot de passe
accounts-forgot-text = Donne-nous ton adresse e-mail et nous t’envoyons un lien valable une heure.
accounts-send-link = Envoyer le lien
accounts-reset-sent = Si cette adresse a un compte, un lien est en route.
accounts-reset-title = Choisis un nouveau mot de passe
accounts-set-password = Enregistrer le mot de passe
accounts-new-here = Première visite ?
accounts-have-one = Tu as déjà un compte ?
accounts-check-mail = C’est presque fait : suis le lien du message que nous venons de t’envoyer.
accounts-confirm-title = Confirme ton adresse
accounts-confirm-text = Un clic et c’est bon.
accounts-confirm = Confirmer
accounts-confirm-email-title = Confirme ta nouvelle adresse
accounts-email-changed = Ta nouvelle adresse compte dès maintenant.
accounts-role-fan = Fan
accounts-role-moderator = Modération
accounts-role-dj = DJ
accounts-role-admin = Administration
accounts-role-operator = Exploitation
