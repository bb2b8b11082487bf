shoutouts-title = Mensagens
shoutouts-yours = Diz no ar
shoutouts-text = A tua mensagem
# $most is a number of characters.
shoutouts-text-hint = No máximo { $most } caracteres. Um moderador vê-a primeiro.
shoutouts-name = O teu nome
shoutouts-place = De onde ouves
shoutouts-optional = opcional
shoutouts-send = Enviar
shoutouts-sent = Obrigado. Já está com os moderadores.
shoutouts-shown = O que se diz
shoutouts-empty = Ainda não há mensagens
shoutouts-empty-text = Manda um abraço a alguém, ouça onde ouvir.
shoutouts-from-somebody = Alguém por aí
# $place is where somebody listens, in their words.
shoutouts-from-place = Alguém em { $place }
shoutouts-from = { $name }, { $place }
shoutouts-read = Lida no ar

## For moderators

shoutouts-held = À tua espera
shoutouts-nothing-held = Nada à espera. O que as pessoas enviarem aparece aqui sozinho.
shoutouts-overlay = Sobreposição para OBS
shoutouts-show = Mostrar
shoutouts-hide = Esconder
shoutouts-mark-read = Lida no ar

## Why not

shoutouts-refused-empty = Escreve primeiro umas palavras.
shoutouts-refused-too-long = No máximo { $most } caracteres, por favor.
shoutouts-refused-name-too-long = Um nome tem no máximo { $most } caracteres.
shoutouts-refused-place-too-long = Um lugar tem no máximo { $most } caracteres.
# $minutes is a number.
shoutouts-refused-too-many = Já foram três. Podes enviar a próxima dentro de { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}.
shoutouts-refused-full = Já há mensagens a mais à espera. Tenta daqui a pouco.
shoutouts-refused-decided = Outra pessoa já decidiu sobre esta.
