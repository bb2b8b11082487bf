chat-live = Directo
chat-room = La sala
chat-messages = Lo que se ha dicho
chat-empty = Nadie ha dicho nada todavía
chat-empty-text = Saluda. Quien entre después lo verá.
chat-earlier = Mensajes anteriores
chat-since-last = Nuevo desde tu última visita
chat-to-newest = A lo más nuevo
chat-go-to = Ir a un momento
chat-go = Ir

## Who is here

# $people is how many listen to the station just now, a number.
chat-listening = { $people ->
    [one] 1 persona escucha
   *[other] { $people } personas escuchan
}
# $people is a number.
chat-here = { $people ->
    [one] Una persona aquí
   *[other] { $people } personas aquí
}
chat-typing-one = { $name } está escribiendo
chat-typing-two = { $first } y { $second } están escribiendo
# More than two; two of them are named.
chat-typing-more = { $first }, { $second } y más gente están escribiendo
# $count is the number of messages below what is in sight.
chat-news = { $count ->
    [one] Un mensaje nuevo
   *[other] { $count } mensajes nuevos
}

## Messages

chat-sending = Enviando
chat-edited = editado
chat-deleted = Este mensaje se ha borrado.
# In place of the name of an account that is gone.
chat-somebody = Alguien que se fue
chat-note-timed-out = { $name } no puede escribir hasta las { $time }.
chat-note-banned = { $name } ya no está en la sala.
chat-note-lifted = { $name } puede escribir otra vez.
chat-note-slow-off = El modo lento está desactivado.
# $seconds is a number.
chat-slow = Modo lento: un mensaje cada { $seconds ->
    [one] segundo
   *[other] { $seconds } segundos
}.

## Writing

chat-say = Di algo
chat-say-hint = Di algo amable
chat-send = Enviar
# $count and $most are numbers of characters.
chat-count = { $count } de { $most }
chat-answering = Estás respondiendo a { $name }
chat-editing = Estás cambiando tu mensaje
chat-leave-mode = Dejarlo
chat-connecting = Conectando…
chat-offline = No tienes conexión. Lo que envíes espera.
chat-sign-in = Puedes leer. Inicia sesión para decir algo.
chat-confirm-address = Para escribir aquí, confirma antes tu dirección: el enlace está en el correo que te enviamos.
chat-timed-out = Por ahora no puedes escribir, pero sí leer.
chat-timed-out-until = Por ahora no puedes escribir. Podrás otra vez a las { $time }.
chat-out-banned = Te han echado de esta sala y ya no puedes escribir aquí.
chat-out-signed-out = Has cerrado la sesión. Iníciala para volver.

## What to do with a message

chat-more = Qué hacer con el mensaje de { $name }
chat-actions = Mensaje de { $name }
chat-react = Reaccionar con { $emoji }
chat-answer = Responder
chat-edit = Editar
chat-delete = Borrar
chat-delete-ask = ¿Borrar este mensaje? Desaparece para todo el mundo y no se puede recuperar.
chat-keep = Dejarlo como está
chat-time-out-minutes = Silenciar 10 minutos
chat-time-out-hour = Silenciar una hora
chat-time-out-day = Silenciar un día
chat-ban = Expulsar
chat-ban-ask = ¿Expulsar a { $name }? Sale de la sala ahora mismo y no podrá volver hasta que lo permitas.
chat-done-timed-out = { $name } no puede escribir por ahora.
chat-done-banned = { $name } ya no está en la sala.

## Refusals

chat-refused-empty = Escribe algo primero.
chat-refused-too-long = Es demasiado largo: el máximo es { $most } caracteres.
chat-refused-too-fast = Vas muy deprisa. Inténtalo en { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}.
chat-refused-slow-mode = La sala está en modo lento. Tu próximo mensaje puede salir en { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}.
chat-refused-timed-out = Por ahora no puedes escribir. Podrás otra vez en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
chat-refused-banned = Ya no puedes escribir en esta sala.
chat-refused-network-banned = Alguien fue expulsado de aquí desde tu red, así que las cuentas nuevas no pueden escribir desde ella durante { $days ->
    [one] un día más
   *[other] { $days } días más
}. Si no tiene que ver contigo, pregunta a la emisora.
chat-refused-confirm-address = Confirma antes tu dirección: el enlace está en el correo que te enviamos.
chat-refused-read-only = Por ahora aquí solo escriben los moderadores.
chat-refused-too-new = Tu cuenta es demasiado nueva para escribir aquí. Podrás dentro de { $hours ->
    [one] una hora
   *[other] { $hours } horas
}.
chat-refused-word = «{ $word }» está en la lista de palabras que aquí no se dicen.
chat-refused-too-late = Un mensaje solo se puede cambiar durante dos minutos.
chat-refused-not-yours = Solo quien escribió un mensaje puede cambiarlo.
chat-refused-not-below-you = Su rol no está por debajo del tuyo, así que no puedes hacerle esto.
chat-refused-no-ban = A un bot no se le expulsa: la administración revoca su token en el Estudio.
chat-refused-no-such-message = Este mensaje ya no está.
chat-refused-no-such-reaction = Esa reacción no existe.

## Bots

chat-bot = Bot

## Compañía y distancia

chat-people = Quién está
chat-others-here = { $people ->
    [one] y una persona más que solo escucha
   *[other] y { $people } más que solo escuchan
}
chat-hidden-people = Personas que ocultas
chat-is-muted = silenciada
chat-is-blocked = bloqueada
chat-show-again = Volver a mostrar
chat-show-of = Volver a mostrar los mensajes de { $name }
chat-hidden = Ocultaste los mensajes de esta persona.
chat-look = Ver este
chat-mute = Ocultar sus mensajes
chat-block = Bloquear: tampoco podrá responderte
chat-done-muted = Ya no ves los mensajes de { $name }.
chat-done-blocked = Has bloqueado a { $name }.
chat-refused-blocked = Esta persona no quiere que le respondas.
chat-refused-too-many-hidden = Ocultas a { $most } personas, no caben más.

## What stands above the room

chat-pin = Fijar arriba de la sala
chat-pinned = Fijado
chat-unpin = Quitar lo fijado

## Comandos, y lo que se ofrece mientras alguien escribe

commands-offered = Sugerencias
# Lo leen los lectores de pantalla mientras alguien escribe. $count es un número.
commands-offers = { $count ->
    [one] Una sugerencia. Pulsa Tab para aceptarla.
   *[other] { $count } sugerencias. Elige con las flechas y acepta con Tab.
}
# Las palabras tras la barra son las mismas en todos los idiomas: request, shout, shrug, mute, block, show, timeout, ban, lift, slow, poll.
commands-word-request = Buscar un tema para pedirlo
commands-word-shout = Escribir un saludo
commands-word-shrug = ¯\_(ツ)_/¯ detrás de tus palabras
commands-word-mute = Ocultarte los mensajes de alguien
commands-word-block = Bloquear a alguien
commands-word-show = Volver a mostrar los mensajes de alguien
commands-word-timeout = Alguien no puede escribir durante unos minutos
commands-word-ban = Expulsar a alguien de la sala
commands-word-lift = Retirar un silencio o una expulsión
commands-word-slow = Modo lento: segundos entre dos mensajes, u off
commands-word-poll = Preguntar algo a la sala
# $command es la palabra tras la barra.
commands-refused-unknown = No existe el comando /{ $command }. Para decirlo, escribe dos barras.
commands-refused-no-name = ¿Quién? Escríbelo así: /{ $command } @nombre
commands-refused-nobody-called = Aquí no ha escrito nadie llamado { $name }.
commands-refused-several-called = Hay varias personas llamadas { $name }. Usa el menú junto al mensaje.
commands-refused-no-number = ¿Cuánto? Escríbelo así: /{ $command } 30
commands-refused-moderators = Solo los moderadores pueden usar /{ $command }.
commands-refused-scripts = Los comandos necesitan JavaScript. Para decir una barra, escribe dos.

## Encuestas

polls-new = Preguntar a la sala
polls-question = Pregunta
polls-options = Respuestas, una por línea
# $most es un número de respuestas, $length un número de caracteres.
polls-options-hint = De dos a { $most }, cada una de { $length } caracteres como máximo
polls-for = Abierta durante
polls-minutes = { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}
polls-ask = Preguntar
polls-close = Terminar la encuesta
polls-put-away = Quitar la encuesta
polls-take-back = Retirar el voto
polls-yours = Tu voto
polls-counted = Tu voto cuenta.
# $votes y $percent son números.
polls-result = { $percent } % · { $votes }
polls-votes = { $votes ->
    [0] Ningún voto todavía
    [one] Un voto
   *[other] { $votes } votos
}
polls-over = Terminada
polls-seconds-left = { $seconds ->
    [one] Queda un segundo
   *[other] Quedan { $seconds } segundos
}
polls-minutes-left = { $minutes ->
    [one] Queda un minuto
   *[other] Quedan { $minutes } minutos
}
polls-refused-no-question = Escribe una pregunta.
polls-refused-question-too-long = Es demasiado larga: el máximo son { $most } caracteres.
polls-refused-too-few-options = Escribe al menos { $least } respuestas, una por línea.
polls-refused-too-many-options = El máximo son { $most } respuestas.
polls-refused-option-too-long = Una respuesta es demasiado larga: el máximo son { $most } caracteres.
polls-refused-same-option = «{ $option }» está dos veces.
polls-refused-one-is-open = Ya hay una encuesta abierta. Termínala primero.
polls-refused-over = Esta encuesta ha terminado.
polls-refused-no-such-option = Esa respuesta no existe.
polls-refused-confirm-address = Para votar, confirma antes tu dirección: el enlace está en el correo que te enviamos.
polls-refused-timed-out = Estás en silencio. Podrás votar dentro de { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
polls-refused-too-fast = Vas deprisa. Inténtalo dentro de { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}.
