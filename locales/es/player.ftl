player-region = Reproductor
player-play = Reproducir
player-pause = Pausa
player-previous = Anterior
player-next = Siguiente
player-back = Retroceder 15 segundos
player-forward = Avanzar 30 segundos
player-seek = Posición
player-position = { $at } de { $of }
player-mute = Silenciar
player-volume = Volumen
player-queue = Cola
player-queue-remove = Quitar { $title } de la cola
player-enqueue = Añadir a la cola
player-queued = Añadido a la cola.
player-queued-already = Ya está en la cola.
player-waiting = Esperando a la red …
player-failed = Este mix no se puede cargar. Pulsa reproducir para intentarlo de nuevo.
player-keys = Teclado
player-keys-toggle = Reproducir o pausar
player-keys-arrows = Cinco segundos atrás o adelante
player-keys-search = Buscar en los mixes
player-keys-help = Mostrar esta lista

## Listening closely

player-tuning = Opciones de escucha
player-speed = Velocidad
player-loop = Bucle
player-loop-a = Empieza aquí (A)
player-loop-b = Termina aquí (B)
player-loop-clear = Terminar el bucle
player-loop-shown = De { $from } a { $to }
player-sleep = Parar solo
player-sleep-never = Nunca
player-sleep-track = Al final de este tema
player-sleep-mix = Al final de este mix
player-sleep-minutes = { $minutes ->
    [one] En un minuto
   *[other] En { $minutes } minutos
}
player-sleep-left = { $minutes ->
    [one] Queda un minuto
   *[other] Quedan { $minutes } minutos
}
player-sleep-at = Se para en { $at }
player-level = Todos los mixes con el mismo volumen
player-level-hint = Los mixes fuertes suenan un poco más bajo.
player-queue-move = Mover { $title }
player-queue-move-keys = Arrástralo o usa las flechas arriba y abajo.
player-keys-chapters = Tema siguiente o anterior
player-keys-loop = Bucle de A a B
player-quality = Calidad del sonido
player-quality-automatic = Automática
player-quality-best = La mejor
player-quality-small = Ligera
player-quality-hint = La automática ahorra datos en redes lentas. La ligera, siempre.
