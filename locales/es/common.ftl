# El nombre de este idioma, en el propio idioma.
common-language-name = Español
common-language = Idioma
common-skip = Ir al contenido
common-close = Cerrar
common-save = Guardar
common-undo = Deshacer
common-loading = Cargando
common-retry = Intentar de nuevo
common-pages = Páginas
common-previous = Anterior
common-next = Siguiente
common-page-of = Página { $page } de { $pages }
common-theme = Apariencia
common-theme-system = Como mi dispositivo
common-theme-dark = Oscura
common-theme-light = Clara
common-fix-these = Hay cosas que revisar

## Fallos

common-error-title = Eso no ha funcionado
common-failure-sign-in = Primero inicia sesión.
common-failure-forbidden = Tu cuenta no puede hacer esto.
common-failure-not-found = Aquí no hay nada, o no es público.
common-failure-too-many = Han sido muchas peticiones seguidas. Inténtalo de nuevo en { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}.
common-failure-internal = Algo se ha roto por nuestra parte. Si vuelve a pasar, dinos este número: { $trace }
common-failure-unreachable = No llegamos al servidor. Comprueba tu conexión e inténtalo de nuevo.
common-sign-in-first = Esto es tuyo en cuanto inicies sesión
common-sign-in-first-text = Tus favoritos, tu historial y el punto en el que te quedaste, en todos tus dispositivos.
common-forbidden = No es para esta cuenta
common-not-found-title = Aquí no suena nada
common-not-found-text = La página cambió de sitio o nunca se publicó.
common-not-found-home = Volver al inicio

## Navegación

nav-main = Principal
nav-home = Inicio
nav-live = Directo
nav-mixes = Mixes
nav-library = Colección
nav-studio = Estudio
nav-me = Yo
