# Courier: IMAP4 and POP3 over Maildirs, in clear (STARTTLS) and on TLS ports. It is another old school: folders are
# below INBOX and separated by dots, and everything unknown is answered with NO.
courier_settings() { # FILE LINE...: puts settings at the end of one of its configuration files
  local file=/etc/courier/$1
  shift
  printf '%s\n' "$@" >>"$file"
}

courier_people() {
  local name password md5 sha1 sha256 crypted
  people | while IFS=$'\t' read -r name password; do
    md5=$(printf '%s\n' "$password" | userdbpw -hmac-md5)
    crypted=$(printf '%s\n' "$password" | openssl passwd -6 -stdin)
    [ -d "$DIR/courier/mail/$name" ] || maildirmake.courier "$DIR/courier/mail/$name"
    printf '%s\tuid=%s|gid=%s|home=%s|mail=%s|systempw=%s|hmac-md5pw=%s\n' "$name" "$(id -u mail)" "$(id -g mail)" \
      "$DIR/courier/mail/$name" "$DIR/courier/mail/$name" "$crypted" "$md5"
  done >/etc/courier/userdb
  chmod 600 /etc/courier/userdb
  makeuserdb
  chown -R mail:mail "$DIR/courier/mail"
}

start_courier() {
  local base c=$DIR/courier tls daemon
  packages courier-imap courier-pop courier-base courier-authdaemon courier-authlib-userdb openssl
  base=$(free_base 19000 143 993 110 995)
  mkdir -p "$c/run" "$c/mail"
  chown courier:courier "$c/run"
  cat "$DIR/pki/server.key" "$DIR/pki/server.pem" >"$c/cert.pem"
  chown courier "$c/cert.pem"
  chmod 600 "$c/cert.pem"
  courier_people
  mkdir -p /run/courier/authdaemon
  chown courier:courier /run/courier /run/courier/authdaemon
  chmod 755 /run/courier/authdaemon
  sed -i "s#-pid=/run/courier/authdaemon/pid#-pid=$c/run/authdaemon.pid#" /usr/sbin/authdaemond
  tls="TLS_CERTFILE=$c/cert.pem"
  courier_settings authdaemonrc 'authmodulelist="authuserdb"' 'daemons=10'
  courier_settings imapd ADDRESS=127.0.0.1 PORT=$((base + 143)) "PIDFILE=$c/run/imapd.pid" MAXDAEMONS=200 MAXPERIP=200 \
    IMAP_ULIMITD= IMAP_IDLE_TIMEOUT=2 IMAP_EMPTYTRASH= \
    'IMAP_CAPABILITY="IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE AUTH=CRAM-MD5"' \
    'IMAP_CAPABILITY_TLS="$IMAP_CAPABILITY AUTH=PLAIN"'
  courier_settings imapd-ssl SSLADDRESS=127.0.0.1 SSLPORT=$((base + 993)) "SSLPIDFILE=$c/run/imapd-ssl.pid" \
    IMAPDSTARTTLS=YES "$tls" TLS_VERIFYPEER=NONE TLS_CACHEFILE=
  courier_settings pop3d ADDRESS=127.0.0.1 PORT=$((base + 110)) "PIDFILE=$c/run/pop3d.pid" MAXDAEMONS=200 MAXPERIP=200 \
    'POP3AUTH="LOGIN CRAM-MD5"' 'POP3AUTH_TLS="LOGIN PLAIN CRAM-MD5"'
  courier_settings pop3d-ssl SSLADDRESS=127.0.0.1 SSLPORT=$((base + 995)) "SSLPIDFILE=$c/run/pop3d-ssl.pid" \
    POP3_STARTTLS=YES "$tls" TLS_VERIFYPEER=NONE TLS_CACHEFILE=
  for daemon in authdaemond imapd imapd-ssl pop3d pop3d-ssl; do
    setsid /usr/sbin/$daemon start </dev/null >>"$c/start.log" 2>&1 || die "$daemon did not start; see $c/start.log"
  done
  for port in 143 993 110 995; do await_port $((base + port)); done
  cat >"$c/properties" <<P
courier.version=$(dpkg-query -W -f '${Version}' courier-imap)
courier.imap=localhost:$((base + 143))
courier.imaps=localhost:$((base + 993))
courier.pop3=localhost:$((base + 110))
courier.pop3s=localhost:$((base + 995))
P
}
