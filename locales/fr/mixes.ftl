## Pourquoi un changement a été refusé.

mixes-refused-title-length = Donne au mix un titre de 1 à 120 caractères.
mixes-refused-slug-invalid = Cela ne peut pas figurer dans une adresse. Utilise des lettres, des chiffres et des traits d’union, 80 au plus, ou laisse vide et nous la formons à partir du titre.
mixes-refused-slug-taken = Un autre mix a déjà cette adresse. Change-la un peu, ou laisse vide et nous en trouvons une libre.
mixes-refused-description-too-long = La description ne peut pas dépasser 10 000 caractères.
mixes-refused-too-many-genres = Choisis cinq genres au plus, séparés par des virgules.
mixes-refused-too-many-moods = Choisis cinq ambiances au plus, séparées par des virgules.
mixes-refused-label-too-long = Chaque genre et chaque ambiance fait 40 caractères au plus, séparés par des virgules.
mixes-refused-date = Ce jour n’existe pas. Écris-le comme année, mois et jour, par exemple 2026-11-22, ou laisse vide.
mixes-refused-publish-at = Ce n’est pas un moment que nous connaissons. Choisis un jour et une heure, ou laisse vide pour publier tout de suite.
mixes-refused-visibility = Choisis qui peut voir le mix : personne pour l’instant, tout le monde, ou ceux qui ont l’adresse.
mixes-refused-not-ready = Ce mix ne peut pas encore être publié. Attends que son fichier soit analysé, puis enregistre de nouveau ; d’ici là il reste un brouillon.
mixes-refused-cover-not-image = Nous ne pouvons pas lire cette image. Choisis un JPEG, PNG, WebP ou GIF.
mixes-refused-cover-too-large = Cette image est trop grande. Choisis-en une de 20 Mo, 40 mégapixels et 12 000 pixels de côté au plus.
mixes-refused-cover-damaged = Cette image semble abîmée. Ouvre-la et enregistre-la de nouveau, ou choisis-en une autre.
mixes-refused-undo-too-late = Il est trop tard pour récupérer ce mix ; il a été supprimé. Tu peux envoyer le fichier de nouveau.
mixes-refused-crop-outside = Le carré sort de l’image. Ramène-le à l’intérieur.
mixes-refused-crop-too-small = Le carré est trop petit. Il doit faire au moins 96 pixels de large.
mixes-refused-crop-of-nothing = Il n’y a plus d’image à recadrer. Choisis-en une.

## Pourquoi un fichier n’a pas été accepté.

mixes-upload-not-audio = Ce n’est pas un fichier audio, quoi qu’en dise son nom. Choisis un MP3, M4A, FLAC, WAV, AIFF, Ogg ou Opus.
mixes-upload-unsupported = Nous ne savons pas lire ce type d’audio. Enregistre-le en MP3, M4A, FLAC, WAV, AIFF, Ogg ou Opus et envoie ce fichier.
mixes-upload-empty = Il n’y a pas de son dans ce fichier. Exporte le mix de nouveau et envoie le nouveau fichier.
mixes-upload-too-large = Ce fichier est trop gros. La limite est de { $limit } : envoie une version plus petite ou plus compressée.
mixes-upload-quota = Il n’y a plus assez de place pour ce fichier : il reste { $left }. Supprime un mix dont tu n’as plus besoin, ou envoie un fichier plus petit.
mixes-upload-truncated = Ce fichier s’arrête avant sa fin. Il n’a sans doute pas été copié ou exporté en entier : exporte-le de nouveau et envoie le nouveau fichier.
mixes-upload-damaged = Une trop grande partie de ce fichier est illisible. Exporte le mix de nouveau et envoie le nouveau fichier.
mixes-upload-too-long = Cet enregistrement dure plus de 24 heures. Découpe-le en plusieurs parties.
mixes-upload-header = Ce fichier prétend être bien plus long qu’il ne peut l’être : quelque chose cloche. Exporte le mix de nouveau et envoie le nouveau fichier.
mixes-upload-checksum = Un morceau du fichier a changé en route. Rien n’est perdu : envoie-le de nouveau.
mixes-upload-expired = Cet envoi était à l’arrêt depuis plus d’une semaine et a été retiré. Recommence.
mixes-upload-too-many = Huit de tes envois sont déjà en cours. Attends que l’un se termine, ou annules-en un.
mixes-upload-analysis-failed = Quelque chose a échoué de notre côté pendant l’analyse ; ton fichier est peut-être bon. Supprime ce brouillon et envoie le fichier de nouveau.

## Pages

mixes-title = Mixes
mixes-mix = Mix
mixes-draft = Brouillon
mixes-everything = Tout
mixes-genres = Genres
mixes-mood = Ambiance
mixes-any-mood = Toutes les ambiances
mixes-length = Durée
mixes-any-length = Toutes les durées
mixes-length-short = Moins de 30 minutes
mixes-length-medium = De 30 à 75 minutes
mixes-length-long = Plus de 75 minutes
mixes-sort = Trier par
mixes-sort-newest = Plus récents
mixes-sort-most-played = Plus écoutés
mixes-sort-most-liked = Plus aimés
mixes-sort-longest = Plus longs
mixes-sort-title = Titre
mixes-search = Chercher un mix
mixes-filter = Afficher
mixes-results = Résultats
mixes-clear = Tout afficher
mixes-empty-title = Rien de tel
mixes-empty-text = Essaie avec moins de mots, ou un autre genre.
mixes-count = { $count ->
    [one] { $shown } mix
   *[other] { $shown } mixes
}
mixes-plays = { $count ->
    [one] { $shown } écoute
   *[other] { $shown } écoutes
}
mixes-play = Lire { $title }
mixes-play-from = Lire à partir d’ici
mixes-wave = Forme d’onde
mixes-more = Dans le même esprit
mixes-share = Partager
mixes-copied = L’adresse est copiée.

## The tracks of a mix

mixes-tracklist = Liste des titres
mixes-tracks = { $count ->
    [one] Un titre
   *[other] { $count } titres
}
mixes-track-id = ID
mixes-share-moment = Partager le moment où commence { $title }

## The card of a moment

mixes-moment-share = Partager ce moment
# $title and $dj name the mix; $time is a place in it, such as 1:02:03.
mixes-moment-alt = Carte : { $title } de { $dj }, à { $time }
# The same; $track is what sounds there.
mixes-moment-alt-track = Carte : { $title } de { $dj }, à { $time } : { $track }
mixes-moment-shape = Format
mixes-moment-wide = Large
mixes-moment-tall = Story
mixes-moment-copy = Copier le lien
mixes-moment-not-copied = Le navigateur ne permet pas de copier. L’adresse est sur l’image.
mixes-moment-download = Télécharger
mixes-moment-failed = Ce navigateur ne peut pas dessiner l’image. Le lien fonctionne quand même.

## Finding by sound

mixes-by-sound = Par le son
mixes-bpm-from = BPM de
mixes-bpm-to = BPM à
mixes-key = Tonalité
mixes-any-key = Toute tonalité
mixes-harmonic = Et les tonalités qui vont avec
mixes-energy = Énergie
mixes-any-energy = Toute énergie
mixes-energy-calm = Calme
mixes-energy-moving = En mouvement
mixes-energy-driving = À fond
mixes-year = Année
mixes-any-year = Toute année
mixes-sort-slowest = Les plus lents
mixes-sort-fastest = Les plus rapides
mixes-sort-most-energy = Le plus d’énergie
mixes-next-in-key = À enchaîner, en harmonie
mixes-all-in-key = Tout ce qui va avec
mixes-refused-series-too-long = Le nom de la série est limité à 80 caractères.
mixes-refused-episode = Écrivez l’épisode comme un nombre entier de 1 à 99 999, ou laissez le champ vide.
mixes-refused-too-many-guests = Nommez dix invités au plus, de 40 caractères chacun, séparés par des virgules.
# $line is the number of the line in the field.
mixes-refused-credits = Nous ne comprenons pas la ligne { $line } des crédits. Écrivez un rôle, deux-points et un nom : vingt lignes de 120 caractères au plus.
mixes-refused-location-too-long = Le lieu est limité à 120 caractères.
mixes-refused-too-many-links = Ce mix a déjà dix liens privés. Mettez d’abord fin à l’un d’eux.
mixes-refused-nothing-chosen = Cochez au moins un mix.
mixes-explicit = Explicite
mixes-series = Série
mixes-any-series = Toutes les séries
mixes-guest = Invité
mixes-guests = Invités
mixes-any-guest = Tous les invités
mixes-recorded-at = Enregistré à
mixes-episode = Épisode { $number }
# The mix that stands before this one in its series.
mixes-episode-before = Avant : { $title }
mixes-episode-after = Après : { $title }
# $when is a date and a time.
mixes-shared-until = Vous écoutez ce mix par un lien privé, valable jusqu’au { $when }.
mixes-refused-no-such-recording = Ce brouillon n’est plus utilisable. Choisissez-en un qui est analysé et n’est jamais sorti.
mixes-download = Télécharger en { $format }, { $size }
