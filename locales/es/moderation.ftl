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
