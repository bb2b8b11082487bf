## Por qué se rechazó un cambio.

mixes-refused-title-length = Dale al mix un título de 1 a 120 caracteres.
mixes-refused-slug-invalid = Esto no puede formar parte de una dirección. Usa letras, cifras y guiones, 80 como mucho, o déjalo vacío y la formamos a partir del título.
mixes-refused-slug-taken = Otro mix ya tiene esta dirección. Cámbiala un poco, o déjala vacía y buscamos una libre.
mixes-refused-description-too-long = La descripción puede tener como mucho 10 000 caracteres.
mixes-refused-too-many-genres = Elige como mucho cinco géneros, separados por comas.
mixes-refused-too-many-moods = Elige como mucho cinco ambientes, separados por comas.
mixes-refused-label-too-long = Cada género y cada ambiente puede tener como mucho 40 caracteres, separados por comas.
mixes-refused-date = No conocemos este día. Escríbelo como año, mes y día, por ejemplo 2026-11-22, o déjalo vacío.
mixes-refused-publish-at = No es un momento que conozcamos. Elige un día y una hora, o déjalo vacío para publicar al momento.
mixes-refused-visibility = Elige quién puede ver el mix: nadie por ahora, todo el mundo o quien tenga la dirección.
mixes-refused-not-ready = Este mix aún no se puede publicar. Espera a que se analice su archivo y guarda otra vez; hasta entonces queda como borrador.
mixes-refused-cover-not-image = No podemos leer esto como imagen. Elige un JPEG, PNG, WebP o GIF.
mixes-refused-cover-too-large = Esta imagen es demasiado grande. Elige una de 20 MB, 40 megapíxeles y 12 000 píxeles por lado como mucho.
mixes-refused-cover-damaged = Esta imagen parece dañada. Ábrela y guárdala otra vez, o elige otra.
mixes-refused-undo-too-late = Es demasiado tarde para recuperar este mix; ya se ha eliminado. Puedes subir el archivo otra vez.
mixes-refused-crop-outside = El cuadrado se sale de la imagen. Muévelo hacia dentro.
mixes-refused-crop-too-small = El cuadrado es demasiado pequeño. Debe medir al menos 96 píxeles de ancho.
mixes-refused-crop-of-nothing = Ya no hay imagen que recortar. Elige una.

## Por qué no se aceptó un archivo.

mixes-upload-not-audio = Esto no es un archivo de audio, diga lo que diga su nombre. Elige un MP3, M4A, FLAC, WAV, AIFF, Ogg u Opus.
mixes-upload-unsupported = No podemos reproducir este tipo de audio. Guárdalo como MP3, M4A, FLAC, WAV, AIFF, Ogg u Opus y sube ese archivo.
mixes-upload-empty = En este archivo no hay sonido. Exporta el mix otra vez y sube el archivo nuevo.
mixes-upload-too-large = Este archivo es demasiado grande. El límite es { $limit }: sube uno más pequeño o más comprimido.
mixes-upload-quota = No queda sitio para este archivo: hay { $left } libres. Elimina un mix que ya no necesites o sube un archivo más pequeño.
mixes-upload-truncated = Este archivo se corta antes del final. Seguramente no se copió o exportó entero: expórtalo otra vez y sube el archivo nuevo.
mixes-upload-damaged = Demasiado de este archivo no se puede leer. Exporta el mix otra vez y sube el archivo nuevo.
mixes-upload-too-long = Esta grabación dura más de 24 horas. Divídela en partes.
mixes-upload-header = Este archivo dice ser mucho más largo de lo que puede ser, así que algo va mal. Exporta el mix otra vez y sube el archivo nuevo.
mixes-upload-checksum = Una parte del archivo cambió por el camino. No se ha perdido nada: envíala otra vez.
mixes-upload-expired = Esta subida llevaba más de una semana parada y se retiró. Empieza de nuevo.
mixes-upload-too-many = Ya tienes ocho subidas en marcha. Espera a que termine una o cancela otra.
mixes-upload-analysis-failed = Algo falló por nuestra parte al analizar este archivo; puede que esté bien. Elimina este borrador y sube el archivo otra vez.

## Páginas

mixes-title = Mixes
mixes-mix = Mix
mixes-draft = Borrador
mixes-everything = Todo
mixes-genres = Géneros
mixes-mood = Ambiente
mixes-any-mood = Cualquier ambiente
mixes-length = Duración
mixes-any-length = Cualquier duración
mixes-length-short = Menos de 30 minutos
mixes-length-medium = De 30 a 75 minutos
mixes-length-long = Más de 75 minutos
mixes-sort = Ordenar por
mixes-sort-newest = Más recientes
mixes-sort-most-played = Más escuchados
mixes-sort-most-liked = Más favoritos
mixes-sort-longest = Más largos
mixes-sort-title = Título
mixes-search = Buscar mixes
mixes-filter = Mostrar
mixes-results = Resultados
mixes-clear = Mostrar todo
mixes-empty-title = No hay nada así
mixes-empty-text = Prueba con menos palabras o con otro género.
mixes-count = { $count ->
    [one] Un mix
   *[other] { $shown } mixes
}
mixes-plays = { $count ->
    [one] Una reproducción
   *[other] { $shown } reproducciones
}
mixes-play = Reproducir { $title }
mixes-play-from = Reproducir desde aquí
mixes-wave = Forma de onda
mixes-more = Más como este
mixes-share = Compartir
mixes-copied = La dirección está copiada.

## The tracks of a mix

mixes-tracklist = Lista de temas
mixes-tracks = { $count ->
    [one] Un tema
   *[other] { $count } temas
}
mixes-track-id = ID
mixes-share-moment = Compartir el momento en que empieza { $title }

## The card of a moment

mixes-moment-share = Compartir este momento
# $title and $dj name the mix; $time is a place in it, such as 1:02:03.
mixes-moment-alt = Tarjeta: { $title } de { $dj }, en { $time }
# The same; $track is what sounds there.
mixes-moment-alt-track = Tarjeta: { $title } de { $dj }, en { $time }: { $track }
mixes-moment-shape = Formato
mixes-moment-wide = Ancha
mixes-moment-tall = Historia
mixes-moment-copy = Copiar enlace
mixes-moment-not-copied = El navegador no permite copiar. La dirección está en la imagen.
mixes-moment-download = Descargar
mixes-moment-failed = Este navegador no puede dibujar la imagen. El enlace funciona igualmente.

## Finding by sound

mixes-by-sound = Por sonido
mixes-bpm-from = BPM desde
mixes-bpm-to = BPM hasta
mixes-key = Tonalidad
mixes-any-key = Cualquier tonalidad
mixes-harmonic = Y tonalidades que combinan
mixes-energy = Energía
mixes-any-energy = Cualquier energía
mixes-energy-calm = Tranquila
mixes-energy-moving = En movimiento
mixes-energy-driving = A tope
mixes-year = Año
mixes-any-year = Cualquier año
mixes-sort-slowest = Más lentos
mixes-sort-fastest = Más rápidos
mixes-sort-most-energy = Más energía
mixes-next-in-key = Para seguir en armonía
mixes-all-in-key = Todos los que combinan
mixes-refused-series-too-long = El nombre de la serie puede tener 80 caracteres como máximo.
mixes-refused-episode = Escribe el episodio como número entero del 1 al 99 999, o déjalo vacío.
mixes-refused-too-many-guests = Nombra a diez invitados como máximo, de 40 caracteres cada uno y separados por comas.
# $line is the number of the line in the field.
mixes-refused-credits = No entendemos la línea { $line } de los créditos. Escribe una función, dos puntos y un nombre: veinte líneas de 120 caracteres como máximo.
mixes-refused-location-too-long = El lugar puede tener 120 caracteres como máximo.
mixes-refused-too-many-links = Este mix ya tiene diez enlaces privados. Termina uno de ellos primero.
mixes-refused-nothing-chosen = Marca al menos un mix.
mixes-explicit = Explícito
mixes-series = Serie
mixes-any-series = Cualquier serie
mixes-guest = Invitado
mixes-guests = Invitados
mixes-any-guest = Cualquier invitado
mixes-recorded-at = Grabado en
mixes-episode = Episodio { $number }
# The mix that stands before this one in its series.
mixes-episode-before = Antes: { $title }
mixes-episode-after = Después: { $title }
# $when is a date and a time.
mixes-shared-until = Escuchas este mix por un enlace privado que funciona hasta el { $when }.
mixes-refused-no-such-recording = Este borrador ya no se puede usar. Elige uno que esté analizado y no haya salido nunca.
mixes-download = Descargar { $format }, { $size }
