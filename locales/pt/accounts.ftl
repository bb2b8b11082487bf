# Pessoas: registo, sessões, dispositivos, papéis.

## Porque é que um formulário foi recusado.

accounts-refused-name-length = Indica um nome de 2 a 60 caracteres.
accounts-refused-email-invalid = Isto não é um endereço de e-mail.
accounts-refused-password-too-short = Escolhe uma palavra-passe com pelo menos 10 caracteres.
accounts-refused-password-too-long = A palavra-passe pode ter no máximo 200 caracteres.
accounts-refused-password-common = Esta palavra-passe é demasiado fácil de adivinhar. Escolhe outra.
accounts-refused-credentials = O endereço ou a palavra-passe não está certo.
accounts-refused-wrong-password = Esta não é a tua palavra-passe atual.
accounts-refused-too-many =
    { $minutes ->
        [one] Foram demasiadas tentativas. Tenta de novo dentro de { $minutes } minuto.
       *[other] Foram demasiadas tentativas. Tenta de novo dentro de { $minutes } minutos.
    }
accounts-refused-network-banned = Alguém que vinha da tua rede foi expulso daqui, por isso ninguém novo se pode registar a partir dela durante { $days ->
    [one] mais um dia
   *[other] mais { $days } dias
}. Se isto não tem a ver contigo, pergunta à estação.
accounts-refused-link-expired = Esta ligação já foi usada ou é demasiado antiga. Pede uma nova.
accounts-refused-bio-too-long = O texto sobre ti pode ter no máximo 2000 caracteres.
accounts-refused-last-admin = És a última pessoa a administrar isto. Dá primeiro esse papel a outra.
accounts-refused-role = Não podes dar nem tirar um papel acima do teu.

## Páginas

accounts-sign-in = Iniciar sessão
accounts-sign-up = Criar uma conta
accounts-sign-up-why = Guarda os teus favoritos e retoma qualquer mix onde paraste, em todos os dispositivos.
accounts-sign-out = Terminar sessão
accounts-name = Nome
accounts-email = Endereço de e-mail
accounts-password = Palavra-passe
accounts-password-hint = Pelo menos 10 caracteres.
accounts-show-password = Mostrar a palavra-passe
accounts-new-password = Nova palavra-passe
accounts-forgot = Esqueceste-te da palavra-passe?
accounts-forgot-title = Uma nova palavra-passe
accounts-forgot-text = Diz-nos o teu endereço de e-mail e enviamos-te uma ligação que dura uma hora.
accounts-send-link = Enviar a ligação
accounts-reset-sent = Se esse endereço tiver conta, a ligação vai a caminho.
accounts-reset-title = Escolhe uma nova palavra-passe
accounts-set-password = Guardar palavra-passe
accounts-new-here = É a primeira vez?
accounts-have-one = Já tens conta?
accounts-check-mail = Está quase: segue a ligação do e-mail que acabámos de te enviar.
accounts-confirm-title = Confirma o teu endereço
accounts-confirm-text = Um clique e estás dentro.
accounts-confirm = Confirmar
accounts-confirm-email-title = Confirma o teu novo endereço
accounts-email-changed = O teu novo endereço conta a partir de agora.
accounts-role-fan = Fã
accounts-role-moderator = Moderação
accounts-role-dj = DJ
accounts-role-admin = Administração
accounts-role-operator = Operação
