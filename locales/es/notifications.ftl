# Lo que concierne a una persona. Las frases aparecen en una lista y en el correo.
notifications-title = Notificaciones
# $count es cuántas son nuevas.
notifications-title-unread = { $count ->
    [one] Notificaciones, { $count } nueva
   *[other] Notificaciones, { $count } nuevas
}
notifications-new = Nueva
notifications-read-all = Marcar todo como leído
notifications-settings = Qué se te avisa
notifications-empty = Nada nuevo para ti
notifications-empty-text = Aquí aparecen las respuestas, las menciones y lo que pasa con tus peticiones.

## Lo que pasó. $name es una persona; $artist y $title nombran un tema.

notifications-answered = { $name } te ha respondido
notifications-answered-gone = Alguien te respondió; el mensaje ya no está
notifications-mentioned = { $name } te ha mencionado
notifications-mentioned-gone = Alguien te mencionó; el mensaje ya no está
notifications-accepted = Tu petición está aceptada: { $artist } – { $title }
notifications-played = Suena tu petición: { $artist } – { $title }
notifications-refused = Tu petición no se ha aceptado: { $artist } – { $title }
# $until es un momento.
notifications-timed-out = Un moderador te ha silenciado hasta { $until }
notifications-banned = Un moderador te ha expulsado de la sala
notifications-lifted = Ya puedes volver a escribir en la sala
notifications-reported = Se ha denunciado un mensaje de { $name }
notifications-reported-gone = Se denunció un mensaje; ya no está
# $job es el nombre técnico de la tarea.
notifications-gave-up = Una tarea en segundo plano ha fallado del todo: { $job }. El registro dice por qué.

## Cómo enterarse.

notifications-choices-text = Cómo quieres enterarte de cada cosa. El correo llega si no has mirado en dos minutos, y como mucho una vez por hora.
notifications-here = Aquí
notifications-by-mail = Por correo
notifications-kind-answer = Respuestas a ti
notifications-kind-mention = Cuando alguien te menciona
notifications-kind-request = Tus peticiones
notifications-kind-sanction = Silencios y expulsiones
notifications-kind-report = Mensajes denunciados
notifications-kind-job = Tareas en segundo plano fallidas
