# O que diz respeito a uma pessoa. As frases aparecem numa lista e no e-mail.
notifications-title = Notificações
# $count é quantas são novas.
notifications-title-unread = { $count ->
    [one] Notificações, { $count } nova
   *[other] Notificações, { $count } novas
}
notifications-new = Nova
notifications-read-all = Marcar tudo como lido
notifications-settings = O que avisamos
notifications-empty = Nada de novo para você
notifications-empty-text = Respostas, menções e o que acontece com seus pedidos aparecem aqui.

## O que aconteceu. $name é uma pessoa; $artist e $title são de uma faixa.

notifications-answered = { $name } respondeu a você
notifications-answered-gone = Alguém respondeu a você; a mensagem não existe mais
notifications-mentioned = { $name } mencionou você
notifications-mentioned-gone = Alguém mencionou você; a mensagem não existe mais
notifications-accepted = Seu pedido foi aceito: { $artist } – { $title }
notifications-played = Seu pedido está tocando: { $artist } – { $title }
notifications-refused = Seu pedido foi recusado: { $artist } – { $title }
# $until é um momento.
notifications-timed-out = Um moderador silenciou você até { $until }
notifications-banned = Um moderador baniu você da sala
notifications-lifted = Você pode escrever na sala de novo
notifications-reported = Uma mensagem de { $name } foi denunciada
notifications-reported-gone = Uma mensagem foi denunciada; ela não existe mais
# $job é o nome técnico da tarefa.
notifications-gave-up = Uma tarefa em segundo plano falhou de vez: { $job }. O registro diz por quê.

## Como ficar sabendo.

notifications-choices-text = Como você quer ficar sabendo de cada coisa. O e-mail chega se você não olhar em dois minutos, e no máximo uma vez por hora.
notifications-here = Aqui
notifications-by-mail = Por e-mail
notifications-kind-answer = Respostas a você
notifications-kind-mention = Quando alguém menciona você
notifications-kind-request = Seus pedidos de faixas
notifications-kind-sanction = Silenciamentos e banimentos
notifications-kind-report = Mensagens denunciadas
notifications-kind-job = Tarefas em segundo plano que falharam
