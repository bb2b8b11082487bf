# Le nom de cette langue, dans la langue elle-même.
common-language-name = Français
common-language = Langue
common-skip = Aller au contenu
common-close = Fermer
common-save = Enregistrer
common-undo = Annuler
common-loading = Chargement
common-retry = Réessayer
common-pages = Pages
common-previous = Précédent
common-next = Suivant
common-page-of = Page { $page } sur { $pages }
common-theme = Apparence
common-theme-system = Comme mon appareil
common-theme-dark = Sombre
common-theme-light = Claire
common-fix-these = Quelques points sont à revoir

## Échecs

common-error-title = Ça n’a pas marché
common-failure-sign-in = Connecte-toi d’abord.
common-failure-forbidden = Ton compte ne permet pas cette action.
common-failure-not-found = Il n’y a rien ici, ou ce n’est pas public.
common-failure-too-many = Ça faisait beaucoup d’un coup. Réessaie dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}.
common-failure-internal = Quelque chose s’est cassé de notre côté. Si cela se reproduit, donne-nous ce numéro : { $trace }
common-failure-unreachable = Le serveur ne répond pas. Vérifie ta connexion et réessaie.
common-sign-in-first = C’est à toi dès que tu te connectes
common-sign-in-first-text = Tes favoris, ton historique et l’endroit où tu t’es arrêté, sur tous tes appareils.
common-forbidden = Pas pour ce compte
common-not-found-title = Rien ne joue ici
common-not-found-text = La page a changé de place, ou n’est jamais sortie.
common-not-found-home = Retour à l’accueil

## Navigation

nav-main = Principale
nav-home = Accueil
nav-live = Direct
nav-mixes = Mixes
nav-library = Collection
nav-studio = Studio
nav-me = Moi
