moderation-room = As regras da sala
moderation-raid-text = Contra uma invasão: só escrevem contas com mais de um dia, uma mensagem a cada 30 segundos.
moderation-raid-on = Ligar o modo invasão
moderation-raid-off = Desligar o modo invasão
moderation-read-only = Só leitura: só os moderadores escrevem
moderation-confirmed = Só escrevem membros com o endereço confirmado
moderation-slow-mode = Tempo entre duas mensagens de uma pessoa
moderation-age = Idade mínima de uma conta
moderation-off = Sem limite
# $seconds is a number.
moderation-seconds = { $seconds ->
    [one] Um segundo
   *[other] { $seconds } segundos
}
# $minutes is a number.
moderation-minutes = { $minutes ->
    [one] Um minuto
   *[other] { $minutes } minutos
}
# $hours is a number.
moderation-hours = { $hours ->
    [one] Uma hora
   *[other] { $hours } horas
}
# $days is a number.
moderation-days = { $days ->
    [one] Um dia
   *[other] { $days } dias
}

## Told to the room

moderation-read-only-now = Por agora só os moderadores escrevem. Podes continuar a ler.
moderation-too-new = A tua conta é demasiado nova para escreveres aqui. Podes continuar a ler.
# $hours is a number.
moderation-note-raid = Modo invasão: contas com menos de { $hours } horas só leem, e todos escrevem devagar.
moderation-note-age = Só podem escrever contas com mais de { $hours ->
    [one] uma hora
   *[other] { $hours } horas
}.
moderation-note-members = Todos os membros podem escrever.
moderation-note-confirmed = Podem escrever os membros com o endereço confirmado.
