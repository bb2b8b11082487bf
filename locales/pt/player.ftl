player-region = Leitor
player-play = Tocar
player-pause = Pausa
player-previous = Anterior
player-next = Seguinte
player-back = Recuar 15 segundos
player-forward = Avançar 30 segundos
player-seek = Posição
player-position = { $at } de { $of }
player-mute = Silenciar
player-volume = Volume
player-queue = Fila
player-queue-remove = Tirar { $title } da fila
player-enqueue = Juntar à fila
player-queued = Adicionado à fila.
player-queued-already = Já está na fila.
player-waiting = À espera da rede …
player-failed = Não foi possível carregar este mix. Carrega em tocar para tentar de novo.
player-keys = Teclado
player-keys-toggle = Tocar ou pausar
player-keys-arrows = Cinco segundos para trás ou para a frente
player-keys-search = Procurar nos mixes
player-keys-help = Mostrar esta lista

## Listening closely

player-tuning = Opções de escuta
player-speed = Velocidade
player-loop = Repetição
player-loop-a = Começa aqui (A)
player-loop-b = Acaba aqui (B)
player-loop-clear = Acabar a repetição
player-loop-shown = De { $from } a { $to }
player-sleep = Parar sozinho
player-sleep-never = Nunca
player-sleep-track = No fim desta faixa
player-sleep-mix = No fim deste mix
player-sleep-minutes = { $minutes ->
    [one] Daqui a um minuto
   *[other] Daqui a { $minutes } minutos
}
player-sleep-left = { $minutes ->
    [one] Falta um minuto
   *[other] Faltam { $minutes } minutos
}
player-sleep-at = Para em { $at }
player-level = Todos os mixes com o mesmo volume
player-level-hint = Os mixes altos tocam um pouco mais baixo.
player-queue-move = Mover { $title }
player-queue-move-keys = Arrasta-o, ou usa as setas para cima e para baixo.
player-keys-chapters = Faixa seguinte ou anterior
player-keys-loop = Repetição de A a B
player-quality = Qualidade do som
player-quality-automatic = Automática
player-quality-best = A melhor
player-quality-small = Leve
player-quality-hint = A automática poupa dados em redes lentas. A leve, sempre.
