studio-plays = Reproducciones
studio-likes = Favoritos
studio-published = Publicados
studio-storage = Almacenamiento
studio-storage-of = { $used } de { $quota }
studio-empty-title = Aún no hay mixes
studio-empty-text = Suelta un archivo arriba. Se analiza al momento y queda como borrador hasta que lo publiques.
studio-new-mix = Nuevo mix
studio-drop = Suelta mixes aquí o elige archivos
studio-drop-formats = MP3, AAC, FLAC, WAV, AIFF, Ogg u Opus, hasta { $limit } cada uno
studio-upload-scripts = Para subir archivos hace falta JavaScript.
studio-upload-going = { $sent } de { $size } MB
studio-upload-paused = En pausa
studio-upload-waiting = Esperando a la red. Sigue por sí sola.
studio-upload-done = Recibido
studio-upload-progress = Subida de { $name }
studio-upload-dismiss = Abandonar esta subida
studio-pause = Pausa
studio-resume = Continuar
studio-interrupted = Ha llegado el { $percent } %. Elige { $name } otra vez para continuar.
studio-waiting = Esperando el análisis
studio-analysing = Analizando, { $percent } %
studio-analysis = Análisis
studio-edit = Editar
studio-delete = Eliminar { $title }
studio-deleted-title = «{ $title }» se ha eliminado.
studio-deleted = El mix se ha eliminado.
studio-visibility-draft = Borrador
studio-visibility-public = Público
studio-visibility-unlisted = Oculto
studio-saved = Guardado.
studio-see-page = Ver su página
studio-listen = Escuchar
studio-title = Título
studio-slug = Dirección
studio-slug-hint = La última parte de la dirección de la página. Si queda vacía, se forma a partir del título.
studio-description = Descripción
studio-description-hint = Puedes usar Markdown: *énfasis*, enlaces, listas.
studio-moods = Ambientes
studio-labels-hint = Hasta cinco, separados por comas.
studio-date = Fecha
studio-changed = Modificado: { $when }
studio-save-draft = Guardar como borrador
studio-save-unlisted = Guardar como oculto
studio-publish = Publicar
studio-cover = Portada
studio-cover-choose = Elige una imagen
studio-cover-send = Cambiar portada
studio-crop-frame = El cuadrado que se verá
studio-crop-hint = Arrastra el cuadrado o muévelo con las flechas; más y menos acercan y alejan.
studio-crop-zoom = Zoom
studio-crop-x = De izquierda a derecha
studio-crop-y = De arriba abajo
studio-crop-again = Recortar otra vez
studio-crop-send = Guardar recorte
studio-people = Personas
studio-people-search = Nombre o dirección de correo
studio-role-of = Papel de { $name }
studio-role-saved = El papel se ha guardado.
studio-brand = Marca
studio-brand-name = Nombre
studio-brand-tagline = Lema
studio-brand-hue = Tono
studio-brand-hue-hint = De 0 a 360: 27 es rojo, 104 amarillo, 155 verde, 255 azul.
studio-brand-chroma = Fuerza del color
studio-brand-chroma-hint = 0 es gris, 0.25 lo más intenso.
studio-brand-links = Enlaces
studio-brand-links-hint = Uno por línea: un nombre, un espacio, una dirección https.
studio-brand-zone = Zona horaria
studio-brand-zone-hint = Como Europe/London. Las fechas y horas se muestran en ella.
studio-brand-language = Idioma de la marca
studio-logo = Logotipo
studio-logo-hint = Ocupa el lugar del nombre, entero y con su transparencia. JPEG, PNG, WebP o GIF, de 20 MB como mucho.
studio-logo-send = Usar como logotipo
studio-logo-remove = Quitar el logotipo
studio-publish-at = Publicar el
studio-publish-at-hint = En la hora de { $zone }. Si lo dejas vacío, se publica al momento.
studio-scheduled = Programado: { $when }
studio-checks = Antes de publicarlo
studio-check-analysed = El sonido está analizado
studio-check-described = Tiene descripción
studio-check-genres = Tiene géneros
studio-check-tracks = Tiene lista de temas
studio-check-there = está
studio-check-missing = falta
studio-csv = Como tabla (CSV)

## The tracklist of a mix

studio-tracklist = Lista de temas
studio-tracklist-of = Lista de temas de { $title }
studio-tracks = Temas
studio-tracks-count = { $count ->
    [one] Un tema
   *[other] { $count } temas
}
studio-tracks-empty = Aún no hay temas
studio-tracks-empty-text = Pega una lista abajo, o escucha y pulsa «Aquí empieza un tema».
studio-tracks-unsaved = Sin guardar
studio-tracks-saved = La lista de temas está guardada.
studio-tracks-read = { $count ->
    [one] Se leyó un tema. Cuenta cuando guardes.
   *[other] Se leyeron { $count } temas. Cuentan cuando guardes.
}
studio-tracks-as-text = Como texto
studio-tracks-paste = Pega una lista de temas
studio-tracks-paste-hint = Un tema por línea, con o sin tiempos, o una hoja CUE. También sirven las exportaciones de Rekordbox, Serato, Traktor y 1001Tracklists.
studio-tracks-paste-example = 00:00 Artista - Título [Sello]
studio-tracks-read-button = Leer esta lista
studio-tracks-file = Elegir una hoja CUE o un archivo de texto
studio-tap = Aquí empieza un tema
studio-tap-listen-first = Primero reproduce el mix
studio-snap = Ajustar al pulso
studio-track-add = Añadir un tema
studio-track-time = Inicio de { $title }
studio-track-time-invalid = No es un momento del mix. Escríbelo como 1:02:03 o 62:03.5.
studio-track-artist = Artista
studio-track-title = Título
studio-track-label = Sello
studio-track-id = ID
studio-track-together = Junto con el anterior
studio-track-play = Reproducir desde { $title }
studio-track-no-time = Aún no tiene tiempo
studio-track-remove = Quitar { $title }
studio-track-removed = «{ $title }» se ha quitado.
studio-track-unknown = Tema desconocido
studio-track-move = Inicio de { $title }
studio-track-keys = Las flechas mueven el inicio una décima de segundo.
studio-track-keys-beats = Las flechas mueven el inicio una décima de segundo; con Mayús, un pulso.
studio-doubts = Mira estas líneas, por favor:
studio-doubt = Línea { $line }: { $what }
studio-doubt-no-separator = el artista y el título no se distinguen, así que todo es el título.
studio-doubt-time-goes-back = este tema empieza antes que el de arriba.
studio-doubt-bad-time = este tiempo no existe, así que el tema queda sin tiempo.
studio-doubt-time-without-track = hay un tiempo, pero ningún tema.
studio-doubt-name-too-long = un nombre se cortó a 191 caracteres.
studio-doubt-line-too-long = la línea era demasiado larga y se cortó.
studio-doubt-text-too-long = el texto era demasiado largo; se leyó hasta aquí.
studio-doubt-too-many-tracks = ya hay 500 temas; el resto quedó fuera.
studio-doubt-another-file = aquí empieza otro archivo, y sus tiempos vuelven a 0.
studio-doubt-no-index = este tema no tiene INDEX 01, así que no tiene tiempo.
studio-doubt-no-title = este tema no tiene título, así que es un ID.
studio-doubt-bad-number = este número no es válido.
studio-refused-too-many-tracks = Una lista tiene como mucho { $limit } temas. Quita algunos, por favor.
studio-refused-text-too-long = Este texto es demasiado largo. Pega como mucho { $limit } caracteres.
studio-refused-past-the-end = El tema { $row } empieza después del final del mix. Revisa su tiempo.
studio-refused-name-too-long = Un nombre del tema { $row } tiene más de 191 caracteres. Acórtalo, por favor.
studio-refused-nameless = El tema { $row } no tiene ni artista ni título. Ponle nombre, márcalo como ID o quítalo.
studio-release = Serie, invitados, créditos
studio-series = Serie
studio-series-hint = El nombre de aquello de lo que es un episodio.
studio-episode = Episodio
studio-guests-hint = Hasta diez, separados por comas.
studio-credits = Créditos
studio-credits-hint = Uno por línea: una función, dos puntos, un nombre.
studio-location = Grabado en
studio-explicit = Palabras explícitas
studio-explicit-hint = El mix lleva una E.
studio-versions = Descripciones anteriores
# $when is a date and a time.
studio-version-until = Hasta el { $when }
studio-version-restore = Recuperarla
studio-share = Enlaces privados
studio-share-text = Quien tenga un enlace así escucha este mix antes de que salga.
studio-share-life = Funciona
studio-share-day = Un día
studio-share-week = Una semana
studio-share-month = Un mes
studio-share-make = Crear un enlace
# $when is a date and a time.
studio-share-until = Hasta el { $when }
studio-share-copy = Copiar
studio-share-end = Terminar
studio-bulk = Cambiar varios
studio-bulk-text = Marca mixes en la lista de abajo y elige qué hacer con ellos.
studio-bulk-change = Cambio
studio-bulk-public = Publicar
studio-bulk-unlisted = Hacer no listados
studio-bulk-draft = Hacer borradores
studio-bulk-genre = Añadir un género
studio-bulk-series = Poner en una serie
studio-bulk-delete = Eliminar
studio-bulk-name = Nombre del género o de la serie
studio-bulk-apply = Aplicar
studio-bulk-done = { $count ->
    [0] No se cambió nada.
    [one] Se cambió un mix.
   *[other] Se cambiaron { $count } mixes.
}
studio-bulk-saved = Los mixes se cambiaron.
studio-bulk-left = Estos quedaron como están:
studio-tick = Elegir { $title }
studio-replace = Cambiar la grabación
studio-replace-text = Sube el archivo nuevo en el Estudio. Cuando esté analizado, elige aquí su borrador: este mix toma su sonido y conserva su dirección, sus me gusta y sus pistas; el borrador desaparece.
studio-replace-from = Grabación de
studio-replace-button = Cambiar
studio-replaced = El mix tiene su nueva grabación.
studio-duplicates = Duplicados
studio-duplicates-text = Parejas que suenan como una misma grabación, sea cual sea su archivo. Conserva la que más te guste.
studio-duplicates-none = No hay nada repetido
studio-duplicates-none-text = Los mixes que suenen como una misma grabación aparecerán aquí uno junto a otro.
studio-downloads = Permitir que se descargue
studio-downloads-hint = El archivo tal como lo subiste, y en MP3 si es de otro tipo.

## Carpetas y canales

studio-imports = Importaciones
studio-imports-empty = Aún no se ha importado nada
studio-imports-empty-text = Las carpetas y los pódcast entran desde el servidor: ejecuta «hectic import» o deja que vigile una carpeta.
studio-imports-hint = Los mixes que entran son borradores, salvo que se haya pedido publicarlos.
studio-import-progress = Importación de { $source }
studio-import-state-running = En curso
studio-import-state-ended = Terminada
studio-import-state-broken = Interrumpida
studio-import-of = { $seen } de { $total }
studio-import-done = { $count ->
    [one] uno importado
   *[other] { $count } importados
}
studio-import-waiting = { $count ->
    [one] uno se está analizando
   *[other] { $count } se están analizando
}
studio-import-skipped = { $count ->
    [one] uno omitido
   *[other] { $count } omitidos
}
studio-import-failed = { $count ->
    [one] uno fallido
   *[other] { $count } fallidos
}
studio-import-already = Ya se había importado.
studio-import-changed-since = Ya se había importado y ha cambiado desde entonces. Su mix se queda como está.
studio-import-same = La misma grabación ya llegó de otro sitio.
studio-import-unreadable = No se puede leer: { $cause }
studio-import-changing = Se estaba escribiendo en él. Inténtalo de nuevo cuando esté completo.
studio-import-too-deep = Está dentro de demasiadas carpetas.
studio-import-no-file = Este episodio no tiene archivo.
studio-import-address = Su dirección no se puede descargar.
studio-import-private = Su dirección está en una red privada. Usa --allow-private si es correcto.
studio-import-unreachable = Su dirección no responde: { $cause }
studio-import-status = Su dirección responde con el estado { $status }.
studio-import-broke = Algo ha fallado por nuestra parte. El registro del servidor dice más.
studio-shared = El enlace está creado.
studio-unshared = El enlace está terminado.
