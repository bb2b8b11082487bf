chat-live = Ao vivo
chat-room = A sala
chat-messages = O que se disse
chat-empty = Ainda ninguém disse nada
chat-empty-text = Diz olá. Quem entrar a seguir vê.
chat-earlier = Mensagens anteriores
chat-since-last = Novo desde a sua visita
chat-to-newest = Ao mais recente
chat-go-to = Ir para um momento
chat-go = Ir

## Who is here

# $people is how many listen to the station just now, a number.
chat-listening = { $people ->
    [one] 1 pessoa a ouvir
   *[other] { $people } pessoas a ouvir
}
# $people is a number.
chat-here = { $people ->
    [one] Uma pessoa aqui
   *[other] { $people } pessoas aqui
}
chat-typing-one = { $name } está a escrever
chat-typing-two = { $first } e { $second } estão a escrever
# More than two; two of them are named.
chat-typing-more = { $first }, { $second } e mais pessoas estão a escrever
# $count is the number of messages below what is in sight.
chat-news = { $count ->
    [one] Uma mensagem nova
   *[other] { $count } mensagens novas
}

## Messages

chat-sending = A enviar
chat-edited = editada
chat-deleted = Esta mensagem foi apagada.
# In place of the name of an account that is gone.
chat-somebody = Alguém que saiu
chat-note-timed-out = { $name } não pode escrever até às { $time }.
chat-note-banned = { $name } já não está na sala.
chat-note-lifted = { $name } pode voltar a escrever.
chat-note-slow-off = O modo lento está desligado.
# $seconds is a number.
chat-slow = Modo lento: uma mensagem a cada { $seconds ->
    [one] segundo
   *[other] { $seconds } segundos
}.

## Writing

chat-say = Diz alguma coisa
chat-say-hint = Diz alguma coisa simpática
chat-send = Enviar
# $count and $most are numbers of characters.
chat-count = { $count } de { $most }
chat-answering = Estás a responder a { $name }
chat-editing = Estás a mudar a tua mensagem
chat-leave-mode = Deixar
chat-connecting = A ligar…
chat-offline = Estás sem ligação. O que enviares espera.
chat-sign-in = Podes ler. Inicia sessão para dizeres alguma coisa.
chat-confirm-address = Para escreveres aqui, confirma primeiro o teu endereço: a ligação está no e-mail que te enviámos.
chat-timed-out = Por agora não podes escrever, mas podes ler.
chat-timed-out-until = Por agora não podes escrever. Podes voltar a fazê-lo às { $time }.
chat-out-banned = Puseram-te fora desta sala e já não podes escrever aqui.
chat-out-signed-out = Terminaste a sessão. Inicia sessão para voltares.

## What to do with a message

chat-more = O que fazer com a mensagem de { $name }
chat-actions = Mensagem de { $name }
chat-react = Reagir com { $emoji }
chat-answer = Responder
chat-edit = Editar
chat-delete = Apagar
chat-delete-ask = Apagar esta mensagem? Desaparece para toda a gente e não se pode recuperar.
chat-keep = Deixar como está
chat-time-out-minutes = Silenciar 10 minutos
chat-time-out-hour = Silenciar uma hora
chat-time-out-day = Silenciar um dia
chat-ban = Expulsar
chat-ban-ask = Expulsar { $name }? Sai já da sala e não pode voltar até que o permitas.
chat-done-timed-out = { $name } não pode escrever por agora.
chat-done-banned = { $name } já não está na sala.

## Refusals

chat-refused-empty = Escreve alguma coisa primeiro.
chat-refused-too-long = É longo demais: o máximo são { $most } caracteres.
chat-refused-too-fast = Vais depressa. Tenta outra vez dentro de { $seconds ->
    [one] um segundo
   *[other] { $seconds } segundos
}.
chat-refused-slow-mode = A sala está em modo lento. A tua próxima mensagem pode sair dentro de { $seconds ->
    [one] um segundo
   *[other] { $seconds } segundos
}.
chat-refused-timed-out = Por agora não podes escrever. Podes voltar a fazê-lo dentro de { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}.
chat-refused-banned = Já não podes escrever nesta sala.
chat-refused-network-banned = Alguém que vinha da tua rede foi expulso daqui, por isso contas novas não podem escrever a partir dela durante { $days ->
    [one] mais um dia
   *[other] mais { $days } dias
}. Se isto não tem a ver contigo, pergunta à estação.
chat-refused-confirm-address = Confirma primeiro o teu endereço: a ligação está no e-mail que te enviámos.
chat-refused-read-only = Por agora só os moderadores escrevem aqui.
chat-refused-too-new = A tua conta é demasiado nova para escreveres aqui. Podes daqui a { $hours ->
    [one] uma hora
   *[other] { $hours } horas
}.
chat-refused-word = «{ $word }» está na lista de palavras que aqui não se dizem.
chat-refused-too-late = Uma mensagem só pode ser mudada durante dois minutos.
chat-refused-not-yours = Só quem escreveu uma mensagem a pode mudar.
chat-refused-not-below-you = O papel dessa pessoa não está abaixo do teu, por isso não lhe podes fazer isto.
chat-refused-no-ban = Um bot não se expulsa: a administração revoga o seu token no Estúdio.
chat-refused-no-such-message = Esta mensagem já não está aqui.
chat-refused-no-such-reaction = Essa reação não existe.

## Bots

chat-bot = Bot

## Companhia e distância

chat-people = Quem está aqui
chat-others-here = { $people ->
    [one] e mais uma pessoa que só ouve
   *[other] e mais { $people } que só ouvem
}
chat-hidden-people = Pessoas que você oculta
chat-is-muted = silenciada
chat-is-blocked = bloqueada
chat-show-again = Mostrar de novo
chat-show-of = Mostrar de novo as mensagens de { $name }
chat-hidden = Você ocultou as mensagens desta pessoa.
chat-look = Ver esta
chat-mute = Ocultar as mensagens
chat-block = Bloquear: também não poderá responder a você
chat-done-muted = Você não vê mais as mensagens de { $name }.
chat-done-blocked = Você bloqueou { $name }.
chat-refused-blocked = Esta pessoa não quer que você responda a ela.
chat-refused-too-many-hidden = Você oculta { $most } pessoas, não cabem mais.

## What stands above the room

chat-pin = Fixar acima da sala
chat-pinned = Fixado
chat-unpin = Tirar o que está fixado

## Comandos, e o que se sugere enquanto alguém escreve

commands-offered = Sugestões
# Dito por leitores de ecrã enquanto alguém escreve. $count é um número.
commands-offers = { $count ->
    [one] Uma sugestão. Carrega em Tab para a aceitar.
   *[other] { $count } sugestões. Escolhe com as setas e aceita com Tab.
}
# As palavras depois da barra são as mesmas em todas as línguas: request, shout, shrug, mute, block, show, timeout, ban, lift, slow, poll.
commands-word-request = Procurar uma faixa para pedir
commands-word-shout = Escrever uma mensagem para o ar
commands-word-shrug = ¯\_(ツ)_/¯ depois das tuas palavras
commands-word-mute = Esconder de ti as mensagens de alguém
commands-word-block = Bloquear alguém
commands-word-show = Voltar a mostrar as mensagens de alguém
commands-word-timeout = Alguém não pode escrever durante alguns minutos
commands-word-ban = Mandar alguém embora da sala
commands-word-lift = Retirar um silêncio ou uma expulsão
commands-word-slow = Modo lento: segundos entre duas mensagens, ou off
commands-word-poll = Perguntar algo à sala
# $command é a palavra depois da barra.
commands-refused-unknown = O comando /{ $command } não existe. Para o dizer, escreve duas barras.
commands-refused-no-name = Quem? Escreve assim: /{ $command } @nome
commands-refused-nobody-called = Ninguém chamado { $name } escreveu aqui.
commands-refused-several-called = Há várias pessoas chamadas { $name }. Usa antes o menu ao lado da mensagem.
commands-refused-no-number = Quanto tempo? Escreve assim: /{ $command } 30
commands-refused-moderators = Só os moderadores podem usar /{ $command }.
commands-refused-scripts = Os comandos precisam de JavaScript. Para dizer uma barra, escreve duas.

## Sondagens

polls-new = Perguntar à sala
polls-question = Pergunta
polls-options = Respostas, uma por linha
# $most é um número de respostas, $length um número de caracteres.
polls-options-hint = De duas a { $most }, cada uma com { $length } caracteres no máximo
polls-for = Aberta durante
polls-minutes = { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}
polls-ask = Perguntar
polls-close = Terminar a sondagem
polls-put-away = Arrumar a sondagem
polls-take-back = Retirar o voto
polls-yours = O teu voto
polls-counted = O teu voto conta.
# $votes e $percent são números.
polls-result = { $percent } % · { $votes }
polls-votes = { $votes ->
    [0] Ainda sem votos
    [one] Um voto
   *[other] { $votes } votos
}
polls-over = Terminada
polls-seconds-left = { $seconds ->
    [one] Falta um segundo
   *[other] Faltam { $seconds } segundos
}
polls-minutes-left = { $minutes ->
    [one] Falta um minuto
   *[other] Faltam { $minutes } minutos
}
polls-refused-no-question = Escreve uma pergunta.
polls-refused-question-too-long = É demasiado longa: { $most } caracteres é o máximo.
polls-refused-too-few-options = Escreve pelo menos { $least } respostas, uma por linha.
polls-refused-too-many-options = { $most } respostas é o máximo.
polls-refused-option-too-long = Uma resposta é demasiado longa: { $most } caracteres é o máximo.
polls-refused-same-option = “{ $option }” está lá duas vezes.
polls-refused-one-is-open = Já há uma sondagem aberta. Termina-a primeiro.
polls-refused-over = Esta sondagem terminou.
polls-refused-no-such-option = Essa resposta não existe.
polls-refused-confirm-address = Para votar, confirma primeiro o teu endereço: a ligação está no correio que te enviámos.
polls-refused-timed-out = Estás em silêncio. Podes votar daqui a { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}.
polls-refused-too-fast = Vais depressa. Tenta de novo daqui a { $seconds ->
    [one] um segundo
   *[other] { $seconds } segundos
}.
