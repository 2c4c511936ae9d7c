# OpenSMTPD: submission with STARTTLS required and on a TLS port, AUTH by PLAIN and LOGIN; delivery through Dovecot's LMTP.
# It has neither PIPELINING nor CHUNKING nor SMTPUTF8. Nobody but the people is known to it.
opensmtpd_config() { # BASE
  local o=$DIR/opensmtpd name password
  cp "$DIR/pki/server.pem" "$o/cert.pem"
  cp "$DIR/pki/server.key" "$o/key.pem"
  chmod 600 "$o/cert.pem" "$o/key.pem"
  people | while IFS=$'\t' read -r name password; do
    printf '%s\t%s\n' "$name" "$(printf '%s\n' "$password" | openssl passwd -6 -stdin)" >&3
    printf '%s\t%s:%s:%s\n' "$name" "$(id -u mail)" "$(id -g mail)" "$o" >&4
    printf '%s@%s\t%s\n' "$name" "$DOMAIN" "$name" >&5
  done 3>"$o/passwords" 4>"$o/users" 5>"$o/virtuals"
  cat >"$o/smtpd.conf" <<C
pki localhost cert "$o/cert.pem"
pki localhost key "$o/key.pem"
table passwords file:$o/passwords
table users file:$o/users
table virtuals file:$o/virtuals
smtp max-message-size "50M"
smtp limit max-mails 10000
smtp limit max-rcpt 1000
listen on 127.0.0.1 port $(($1 + 587)) hostname localhost tls-require pki localhost auth <passwords>
listen on 127.0.0.1 port $(($1 + 465)) hostname localhost smtps pki localhost auth <passwords>
action "store" lmtp "127.0.0.1:$LMTP" rcpt-to userbase <users> virtual <virtuals> user mail
match from any for domain "$DOMAIN" action "store"
C
}

start_opensmtpd() {
  local base o=$DIR/opensmtpd
  packages opensmtpd
  base=$(free_base 18000 587 465)
  opensmtpd_config "$base"
  setsid smtpd -d -f "$o/smtpd.conf" </dev/null >"$o/smtpd.log" 2>&1 &
  echo $! >"$o/smtpd.pid"
  for port in 587 465; do await_port $((base + port)); done
  cat >"$o/properties" <<P
opensmtpd.version=$(dpkg-query -W -f '${Version}' opensmtpd)
opensmtpd.submission=localhost:$((base + 587))
opensmtpd.submissions=localhost:$((base + 465))
P
}
