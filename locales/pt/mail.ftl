# Cartas. $brand é o nome do sítio, $name o de quem lê. Os assuntos são texto simples.

mail-footer = Recebes esta mensagem porque alguém usou este endereço em { $brand }. Não é preciso responder.

## Alguém se registou com este endereço.

mail-confirm-subject = Confirma o teu endereço para { $brand }
mail-confirm-text = Olá, { $name }: boas-vindas a { $brand }. Confirma que este endereço é teu.
mail-confirm-button = Confirmar o meu endereço
mail-confirm-note =
    { $hours ->
        [one] A ligação serve uma vez, durante { $hours } hora. Se não te registaste, ignora esta mensagem: nada acontecerá.
       *[other] A ligação serve uma vez, durante { $hours } horas. Se não te registaste, ignora esta mensagem: nada acontecerá.
    }

## Alguém usou um endereço que já tem conta.

mail-known-subject = Já tens uma conta em { $brand }
mail-known-text = Olá, { $name }: alguém tentou usar este endereço para uma conta em { $brand }. Já existe uma, por isso basta iniciar sessão.
mail-known-button = Iniciar sessão
mail-known-note = Se te esqueceste da palavra-passe, podes escolher outra na página de início de sessão. Se não foste tu, ignora esta mensagem: nada mudou.

## Alguém pediu uma nova palavra-passe.

mail-reset-subject = Escolhe uma nova palavra-passe para { $brand }
mail-reset-text = Olá, { $name }: alguém pediu uma nova palavra-passe para a tua conta em { $brand }. Podes escolhê-la aqui.
mail-reset-button = Escolher uma nova palavra-passe
mail-reset-note =
    { $hours ->
        [one] A ligação serve uma vez, durante { $hours } hora. Se não foste tu, ignora esta mensagem: a tua palavra-passe fica como está.
       *[other] A ligação serve uma vez, durante { $hours } horas. Se não foste tu, ignora esta mensagem: a tua palavra-passe fica como está.
    }

## Alguém com sessão quer usar outro endereço.

mail-change-subject = Confirma o teu novo endereço para { $brand }
mail-change-text = Olá, { $name }: confirma que queres usar este endereço na tua conta em { $brand }.
mail-change-button = Usar este endereço
mail-change-note =
    { $hours ->
        [one] A ligação serve uma vez, durante { $hours } hora. Até lá, o teu endereço antigo continua a valer.
       *[other] A ligação serve uma vez, durante { $hours } horas. Até lá, o teu endereço antigo continua a valer.
    }

## Avisos depois de uma mudança.

mail-changed-subject = O teu endereço em { $brand } mudou
mail-changed-text = Olá, { $name }: a tua conta em { $brand } usa agora outro endereço. Esta é a última mensagem para este.
mail-changed-note = Se não foste tu, contacta quanto antes quem gere { $brand }.
mail-password-subject = A tua palavra-passe em { $brand } mudou
mail-password-text = Olá, { $name }: a palavra-passe da tua conta em { $brand } mudou e a sessão terminou em todos os outros dispositivos.
mail-password-button = Escolher outra palavra-passe
mail-password-note = Se não foste tu, escolhe outra palavra-passe quanto antes.

## O que alguém ainda não viu. $count é quanto; abaixo do texto cada coisa vem numa frase.

mail-notifications-subject = { $count ->
    [one] Uma novidade para você em { $brand }
   *[other] { $count } novas notificações em { $brand }
}
mail-notifications-text = Olá, { $name }! Isto aconteceu enquanto você estava fora:
mail-notifications-button = Continuar lendo
mail-notifications-note = Você escolhe o que recebe por e-mail nas suas configurações, na sua página.
