shoutouts-title = Saludos
shoutouts-yours = Dilo en antena
shoutouts-text = Tu saludo
# $most is a number of characters.
shoutouts-text-hint = Como máximo { $most } caracteres. Antes lo ve un moderador.
shoutouts-name = Tu nombre
shoutouts-place = Desde dónde escuchas
shoutouts-optional = opcional
shoutouts-send = Enviar
shoutouts-sent = Gracias. Ya lo tienen los moderadores.
shoutouts-shown = Lo que dice la gente
shoutouts-empty = Todavía no hay saludos
shoutouts-empty-text = Saluda a alguien, escuche donde escuche.
shoutouts-from-somebody = Alguien por ahí
# $place is where somebody listens, in their words.
shoutouts-from-place = Alguien en { $place }
shoutouts-from = { $name }, { $place }
shoutouts-read = Leído en antena

## For moderators

shoutouts-held = Te esperan
shoutouts-nothing-held = No espera nada. Lo que envíe la gente aparecerá aquí solo.
shoutouts-overlay = Capa para OBS
shoutouts-show = Mostrar
shoutouts-hide = Ocultar
shoutouts-mark-read = Leído en antena

## Why not

shoutouts-refused-empty = Escribe antes unas palabras.
shoutouts-refused-too-long = Como máximo { $most } caracteres, por favor.
shoutouts-refused-name-too-long = Un nombre tiene como máximo { $most } caracteres.
shoutouts-refused-place-too-long = Un lugar tiene como máximo { $most } caracteres.
# $minutes is a number.
shoutouts-refused-too-many = Ya van tres. Podrás enviar el siguiente en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
shoutouts-refused-full = Ya esperan demasiados saludos. Prueba dentro de un rato.
shoutouts-refused-decided = Otra persona ya ha decidido sobre este.
