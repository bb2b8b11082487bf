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

## Reporting

moderation-report = Denunciar
moderation-reported = Obrigado. Um moderador vai ver.
moderation-reason = O que há de errado?
moderation-note = Algo que um moderador deva saber
moderation-reason-spam = Spam ou publicidade
moderation-reason-insult = Insulto ou assédio
moderation-reason-hate = Ódio
moderation-reason-sexual = Conteúdo sexual
moderation-reason-danger = Ameaça ou perigo
moderation-reason-other = Outra coisa
moderation-refused-too-long = É demasiado longo: no máximo { $most } caracteres.
moderation-refused-too-many = Denunciaste muito. Podes de novo daqui a { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}.
moderation-refused-own = Esta mensagem é tua. Podes apagá-la.

## For moderators

moderation-title = Moderação
moderation-reports = Denúncias
moderation-log = Registo
moderation-reports-and-log = Denúncias e registo
moderation-person = Quem é?
moderation-done = Feito.
moderation-empty = Nada para ver
moderation-empty-text = O que as pessoas denunciam espera aqui.
# $count is a number of messages.
moderation-open = { $count ->
    [one] Espera uma mensagem
   *[other] Esperam { $count } mensagens
}
moderation-gone = Apagada
moderation-dismiss = Arquivar
moderation-reported-by = { $reason }, diz { $name } ({ $when })
moderation-log-empty = Ainda nada foi feito
moderation-log-empty-text = O que os moderadores fazem fica aqui, com quem e porquê.
moderation-lift = Levantar
moderation-lift-of = Levantar o que pesa sobre { $name }
moderation-did-delete = { $by } apagou uma mensagem de { $name }
moderation-did-time-out = { $by } deixou { $name } sem escrever até { $until }
moderation-did-ban = { $by } expulsou { $name }
moderation-did-lift = { $by } deixou { $name } voltar a escrever
moderation-did-rule = { $by } mudou as regras da sala
moderation-did-dismiss = { $by } arquivou denúncias sobre { $name }
moderation-since = Aqui desde { $when }
# $count and $open are numbers of reports.
moderation-reports-of = Denúncias: { $count }, abertas: { $open }
moderation-sanctions = Silêncios e expulsões
moderation-no-sanctions = Nenhum
moderation-was-banned = Expulsão em { $when } por { $by }
moderation-was-timed-out = Silêncio em { $when } por { $by }, até { $until }
moderation-holds = Em vigor
moderation-messages = Últimas mensagens
moderation-words = Palavras
moderation-words-hint = Uma palavra ou frase por linha; maiúsculas e acentos não contam. Um asterisco no fim vale por qualquer terminação. A quem escrever uma diz-se qual.
moderation-words-saved = A lista está guardada.
moderation-refused-list-too-long = A lista é demasiado longa: no máximo { $most } caracteres.

## Settings

moderation-settings = Definições
moderation-kept = Durante quanto tempo se guardam as mensagens
moderation-kept-days = Dias
moderation-kept-hint = De 7 a 3650. Com 0, as mensagens ficam guardadas enquanto a estação existir. As mais antigas são apagadas de vez.
moderation-kept-saved = Guardado. O que for mais antigo é apagado dentro de uma hora.
# $least and $most are numbers of days.
moderation-refused-kept-days = Indica um número de { $least } a { $most }, ou 0.
moderation-export = Levar as mensagens
moderation-export-text = Todas as mensagens das tuas salas tal como estão, sem as apagadas.
moderation-export-csv = Tabela para folhas de cálculo (CSV)
moderation-export-json = Para programas (JSON Lines)

# $reason is one of the reasons to report, $when a time.
moderation-noticed = Notado automaticamente: { $reason }, { $when }
moderation-notices = Denunciar grosserias automaticamente
moderation-notices-hint = Só o inglês é bem conhecido. Nada é recusado: pede-se aos moderadores que olhem.
