# Postfix: submission with STARTTLS and on a TLS port, AUTH through Dovecot, delivery through Dovecot's LMTP; and a port
# that takes from this machine what Dovecot's own submission hands on.
# jürgen@utf8.test is the mailbox of fresh-juergen, reached without LMTP.
# Refusals to try: nobody@ is unknown, tempfail@ is to be tried later, policy@ is refused, as is the sender refused@.
postfix_config() {
  local p=$DIR/postfix
  cat >"$p/conf/recipients" <<C
/^(ada|bob|carol|tempfail|policy|fresh-[^@]+)(\\+[^@]*)?@$DOMAIN\$/ present
C
  # a domain without LMTP, which knows no SMTPUTF8: straight into the same mailboxes
  echo '/^jürgen@utf8\.test$/ fresh-juergen/Maildir/' >"$p/conf/international"
  cat >"$p/conf/main.cf" <<C
compatibility_level = 3.6
config_directory = $p/conf
queue_directory = $p/spool
data_directory = $p/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
shlib_directory = /usr/lib/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = $p/log/postfix.log
maillog_file_prefixes = $p
syslog_name = postfix-tegami
myhostname = localhost
mydomain = localdomain
myorigin = $DOMAIN
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
biff = no
append_dot_mydomain = no
alias_maps =
local_recipient_maps =
recipient_delimiter = +
# nothing leaves this machine
default_transport = error:5.4.4 this test server sends no mail elsewhere
virtual_mailbox_domains = $DOMAIN utf8.test
virtual_mailbox_maps = regexp:$p/conf/recipients regexp:$p/conf/international
virtual_mailbox_base = $DIR/dovecot/mail
virtual_uid_maps = static:$(id -u mail)
virtual_gid_maps = static:$(id -g mail)
virtual_minimum_uid = 1
transport_maps = inline:{ utf8.test=virtual: }
virtual_transport = lmtp:inet:127.0.0.1:$LMTP
smtpd_banner = \$myhostname ESMTP Postfix
smtpd_recipient_restrictions = check_recipient_access inline:{ { tempfail@$DOMAIN = 451 4.7.1 try again later } { policy@$DOMAIN = 554 5.7.1 refused by policy } }
smtpd_sender_restrictions = check_sender_access inline:{ { refused@$DOMAIN = 553 5.7.1 sender refused } }
smtpd_sasl_type = dovecot
smtpd_sasl_path = $DIR/dovecot/run/auth-postfix
smtpd_sasl_security_options = noanonymous
smtpd_sasl_tls_security_options = noanonymous
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_tls_security_level = may
smtpd_tls_chain_files = $DIR/pki/server.key, $DIR/pki/server.pem
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_tls_received_header = yes
smtpd_client_connection_count_limit = 0
in_flow_delay = 0
C
  cat >"$p/conf/master.cf" <<C
127.0.0.1:$SUBMISSION inet n - n - - smtpd
127.0.0.1:$SUBMISSIONS inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
127.0.0.1:$RELAY inet n - n - - smtpd
  -o smtpd_tls_security_level=none
  -o smtpd_sasl_auth_enable=no
  -o smtpd_relay_restrictions=permit_mynetworks,reject
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
error     unix  - - n - - error
retry     unix  - - n - - error
lmtp      unix  - - n - - lmtp
virtual   unix  - n n - - virtual
anvil     unix  - - n - 1 anvil
scache    unix  - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
C
}

# before Dovecot starts, which has to know where its submission goes
postfix_ports() {
  local base
  base=$(free_base 15000 587 465 25)
  SUBMISSION=$((base + 587)) SUBMISSIONS=$((base + 465)) RELAY=$((base + 25))
}

start_postfix() {
  local p=$DIR/postfix
  mkdir -p "$p/conf" "$p/spool" "$p/data" "$p/log"
  chown postfix "$p/data"
  postfix_config
  postfix -c "$p/conf" start </dev/null >"$p/log/start.log" 2>&1 || die "Postfix did not start; see $p/log"
  for port in $SUBMISSION $SUBMISSIONS $RELAY; do await_port "$port"; done
}
