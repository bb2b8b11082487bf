moderation-room = Las normas de la sala
moderation-raid-text = Contra una avalancha: solo escriben cuentas con más de un día, un mensaje cada 30 segundos.
moderation-raid-on = Activar el modo avalancha
moderation-raid-off = Desactivar el modo avalancha
moderation-read-only = Solo lectura: solo escriben los moderadores
moderation-confirmed = Solo escriben miembros con la dirección confirmada
moderation-slow-mode = Tiempo entre dos mensajes de una persona
moderation-age = Antigüedad mínima de una cuenta
moderation-off = Sin límite
# $seconds is a number.
moderation-seconds = { $seconds ->
    [one] Un segundo
   *[other] { $seconds } segundos
}
# $minutes is a number.
moderation-minutes = { $minutes ->
    [one] Un minuto
   *[other] { $minutes } minutos
}
# $hours is a number.
moderation-hours = { $hours ->
    [one] Una hora
   *[other] { $hours } horas
}
# $days is a number.
moderation-days = { $days ->
    [one] Un día
   *[other] { $days } días
}

## Told to the room

moderation-read-only-now = Por ahora solo escriben los moderadores. Puedes seguir leyendo.
moderation-too-new = Tu cuenta es demasiado nueva para escribir aquí. Puedes seguir leyendo.
# $hours is a number.
moderation-note-raid = Modo avalancha: las cuentas con menos de { $hours } horas solo leen, y todos escriben despacio.
moderation-note-age = Solo pueden escribir cuentas con más de { $hours ->
    [one] una hora
   *[other] { $hours } horas
}.
moderation-note-members = Pueden escribir todos los miembros.
moderation-note-confirmed = Pueden escribir los miembros con la dirección confirmada.

## Reporting

moderation-report = Denunciar
moderation-reported = Gracias. Un moderador lo mirará.
moderation-reason = ¿Qué tiene de malo?
moderation-note = Algo que deba saber un moderador
moderation-reason-spam = Spam o publicidad
moderation-reason-insult = Insultos o acoso
moderation-reason-hate = Odio
moderation-reason-sexual = Contenido sexual
moderation-reason-danger = Amenaza o peligro
moderation-reason-other = Otra cosa
moderation-refused-too-long = Es demasiado largo: como mucho { $most } caracteres.
moderation-refused-too-many = Has denunciado mucho. Podrás otra vez dentro de { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
moderation-refused-own = Este mensaje es tuyo. Puedes borrarlo.

## For moderators

moderation-title = Moderación
moderation-reports = Denuncias
moderation-log = Registro
moderation-reports-and-log = Denuncias y registro
moderation-person = ¿Quién es?
moderation-done = Hecho.
moderation-empty = Nada que mirar
moderation-empty-text = Lo que la gente denuncia espera aquí.
# $count is a number of messages.
moderation-open = { $count ->
    [one] Espera un mensaje
   *[other] Esperan { $count } mensajes
}
moderation-gone = Borrado
moderation-dismiss = Descartar
moderation-reported-by = { $reason }, según { $name } ({ $when })
moderation-log-empty = Aún no se ha hecho nada
moderation-log-empty-text = Lo que hacen los moderadores consta aquí, con quién y por qué.
moderation-lift = Levantar
moderation-lift-of = Levantar lo que pesa sobre { $name }
moderation-did-delete = { $by } borró un mensaje de { $name }
moderation-did-time-out = { $by } dejó a { $name } sin escribir hasta { $until }
moderation-did-ban = { $by } expulsó a { $name }
moderation-did-lift = { $by } dejó que { $name } vuelva a escribir
moderation-did-rule = { $by } cambió las normas de la sala
moderation-did-dismiss = { $by } descartó denuncias sobre { $name }
moderation-since = Aquí desde { $when }
# $count and $open are numbers of reports.
moderation-reports-of = Denuncias: { $count }, abiertas: { $open }
moderation-sanctions = Silencios y expulsiones
moderation-no-sanctions = Ninguno
moderation-was-banned = Expulsión el { $when } por { $by }
moderation-was-timed-out = Silencio el { $when } por { $by }, hasta { $until }
moderation-holds = En vigor
moderation-messages = Últimos mensajes
moderation-words = Palabras
moderation-words-hint = Una palabra o frase por línea; no importan mayúsculas ni acentos. Un asterisco al final vale por cualquier terminación. A quien escriba una se le dice cuál.
moderation-words-saved = La lista está guardada.
moderation-refused-list-too-long = La lista es demasiado larga: como mucho { $most } caracteres.

## Settings

moderation-settings = Ajustes
moderation-kept = Cuánto tiempo se guardan los mensajes
moderation-kept-days = Días
moderation-kept-hint = De 7 a 3650. Con 0 los mensajes se guardan mientras exista la emisora. Los más antiguos se borran para siempre.
moderation-kept-saved = Guardado. Lo más antiguo se borra en menos de una hora.
# $least and $most are numbers of days.
moderation-refused-kept-days = Escribe un número de { $least } a { $most }, o bien 0.
moderation-export = Llevarse los mensajes
moderation-export-text = Todos los mensajes de tus salas tal como están, sin los borrados.
moderation-export-csv = Tabla para hojas de cálculo (CSV)
moderation-export-json = Para programas (JSON Lines)

# $reason is one of the reasons to report, $when a time.
moderation-noticed = Detectado automáticamente: { $reason }, { $when }
moderation-notices = Denunciar palabras groseras automáticamente
moderation-notices-hint = Solo conoce bien el inglés. Nunca rechaza nada: pide a los moderadores que miren.
