player-region = Lecteur
player-play = Lire
player-pause = Pause
player-previous = Précédent
player-next = Suivant
player-back = Reculer de 15 secondes
player-forward = Avancer de 30 secondes
player-seek = Position
player-position = { $at } sur { $of }
player-mute = Couper le son
player-volume = Volume
player-queue = File d’attente
player-queue-remove = Retirer { $title } de la file
player-enqueue = Ajouter à la file
player-queued = Ajouté à la file.
player-queued-already = Il est déjà dans la file.
player-waiting = En attente du réseau …
player-failed = Ce mix ne se charge pas. Appuie sur lecture pour réessayer.
player-keys = Clavier
player-keys-toggle = Lecture ou pause
player-keys-arrows = Cinq secondes en arrière ou en avant
player-keys-search = Chercher dans les mixes
player-keys-help = Afficher cette liste

## Listening closely

player-tuning = Options d’écoute
player-speed = Vitesse
player-loop = Boucle
player-loop-a = Commence ici (A)
player-loop-b = Finit ici (B)
player-loop-clear = Arrêter la boucle
player-loop-shown = De { $from } à { $to }
player-sleep = S’arrêter tout seul
player-sleep-never = Jamais
player-sleep-track = À la fin de ce titre
player-sleep-mix = À la fin de ce mix
player-sleep-minutes = { $minutes ->
    [one] Dans une minute
   *[other] Dans { $minutes } minutes
}
player-sleep-left = { $minutes ->
    [one] Encore une minute
   *[other] Encore { $minutes } minutes
}
player-sleep-at = S’arrête à { $at }
player-level = Tous les mixes au même volume
player-level-hint = Les mixes forts sont joués un peu moins fort.
player-queue-move = Déplacer { $title }
player-queue-move-keys = Fais-le glisser, ou utilise les flèches haut et bas.
player-keys-chapters = Titre suivant ou précédent
player-keys-loop = Boucle de A à B
player-quality = Qualité du son
player-quality-automatic = Automatique
player-quality-best = La meilleure
player-quality-small = Légère
player-quality-hint = L’automatique économise les données sur les réseaux lents. La légère, toujours.
