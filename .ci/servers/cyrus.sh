# Cyrus: IMAP4 and POP3, in clear (STARTTLS) and on TLS ports, with every SASL mechanism it has, APOP, and mailboxes that
# are made at the first login. cyrus (password cyrus) is its administrator.
cyrus_config() { # BASE
  local c=$DIR/$NAME bin=/usr/lib/cyrus/bin
  cat >"$c/imapd.conf" <<C
configdirectory: $c/lib
proc_path: $c/run/proc
mboxname_lockpath: $c/run/lock
defaultpartition: default
partition-default: $c/spool
servername: localhost
defaultdomain: $DOMAIN
virtdomains: off
altnamespace: 1
unixhierarchysep: 1
admins: cyrus
allowplaintext: no
allowapop: yes
allowstarttls: yes
syslog_prefix: cyrus
idlesocket: $c/run/socket/idle
lmtpsocket: $c/run/socket/lmtp
notifysocket: $c/run/socket/notify
imapidlepoll: 1
popminpoll: 0
failedloginpause: 0
maxlogins_per_host: 0
maxlogins_per_user: 0
duplicatesuppression: no
sievedir: $c/sieve
conversations: yes
autocreate_quota: 1048576
autocreate_post: yes
autocreate_inbox_folders: Drafts | Sent | Trash
autocreate_subscribe_folders: Drafts | Sent | Trash
xlist-drafts: Drafts
xlist-sent: Sent
xlist-trash: Trash
annotation_allow_undefined: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: $c/sasldb2
sasl_mech_list: PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256
tls_server_cert: $DIR/pki/server.pem
tls_server_key: $DIR/pki/server.key
tls_client_ca_file: $DIR/pki/ca.pem
tls_sessions_db_path: $c/lib/tls_sessions.db
tls_versions: tls1_2 tls1_3
C
  cat >"$c/cyrus.conf" <<C
START {
  recover cmd="$bin/ctl_cyrusdb -C $c/imapd.conf -r"
}
SERVICES {
  imap  cmd="$bin/imapd -C $c/imapd.conf -U 30" listen="127.0.0.1:$(($1 + 143))" prefork=1 maxchild=200
  imaps cmd="$bin/imapd -C $c/imapd.conf -s -U 30" listen="127.0.0.1:$(($1 + 993))" prefork=1 maxchild=200
  pop3  cmd="$bin/pop3d -C $c/imapd.conf -U 30" listen="127.0.0.1:$(($1 + 110))" prefork=0 maxchild=200
  pop3s cmd="$bin/pop3d -C $c/imapd.conf -s -U 30" listen="127.0.0.1:$(($1 + 995))" prefork=0 maxchild=200
}
EVENTS {
  checkpoint cmd="$bin/ctl_cyrusdb -C $c/imapd.conf -c" period=30
}
DAEMON {
  idled cmd="$bin/idled -C $c/imapd.conf"
}
C
}

cyrus_people() {
  local name password
  { people; printf 'cyrus\tcyrus\n'; } | while IFS=$'\t' read -r name password; do
    printf '%s' "$password" | saslpasswd2 -p -c -f "$DIR/$NAME/sasldb2" -u localhost "$name"
  done
}

start_cyrus() {
  local base c=$DIR/$NAME
  packages cyrus-imapd cyrus-pop3d cyrus-common sasl2-bin libsasl2-modules libsasl2-modules-db openssl
  base=$(free_base "${CYRUS_BASE:-16000}" 143 993 110 995)
  mkdir -p "$c"/{run/proc,run/lock,run/socket,lib/socket,lib/proc,lib/db,lib/log,lib/msg,lib/user,lib/quota,spool,sieve}
  cyrus_config "$base"
  cyrus_people
  chown -R cyrus:mail "$c"/{lib,spool,run,sieve,sasldb2}
  setsid /usr/lib/cyrus/bin/master -C "$c/imapd.conf" -M "$c/cyrus.conf" -p "$c/run/master.pid" -L "$c/master.log" -d \
    </dev/null >"$c/start.log" 2>&1 || die "Cyrus did not start; see $c/start.log"
  for port in 143 993 110 995; do await_port $((base + port)); done
  cat >"$c/properties" <<P
$NAME.version=$(dpkg-query -W -f '${Version}' cyrus-imapd)
$NAME.admin=cyrus
$NAME.imap=localhost:$((base + 143))
$NAME.imaps=localhost:$((base + 993))
$NAME.pop3=localhost:$((base + 110))
$NAME.pop3s=localhost:$((base + 995))
P
}
