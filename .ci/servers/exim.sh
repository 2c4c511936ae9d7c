# Exim: submission with STARTTLS and on a TLS port, AUTH by PLAIN, LOGIN and CRAM-MD5; delivery through Dovecot's LMTP.
# Refusals to try: as in postfix.sh.
exim_config() { # BASE
  local e=$DIR/exim
  cat >"$e/exim.conf" <<C
primary_hostname = localhost
qualify_domain = $DOMAIN
exim_user = Debian-exim
exim_group = Debian-exim
spool_directory = $e/spool
log_file_path = $e/log/%slog
pid_file_path = $e/exim.pid
keep_environment =
local_interfaces = 127.0.0.1
daemon_smtp_ports = $(($1 + 587)) : $(($1 + 465))
tls_on_connect_ports = $(($1 + 465))
disable_ipv6 = true
host_lookup =
rfc1413_hosts =
domainlist local_domains = $DOMAIN
acl_smtp_rcpt = acl_rcpt
acl_smtp_mail = acl_mail
acl_smtp_data = accept
acl_smtp_vrfy = accept
acl_smtp_auth = accept
auth_advertise_hosts = *
tls_advertise_hosts = *
tls_certificate = $DIR/pki/server.pem
tls_privatekey = $DIR/pki/server.key
chunking_advertise_hosts = *
dsn_advertise_hosts = *
smtputf8_advertise_hosts = *
prdr_enable = true
pipelining_connect_advertise_hosts = *
message_size_limit = 50M
smtp_accept_max = 300
smtp_accept_queue = 0
smtp_accept_queue_per_connection = 0
smtp_accept_max_nonmail = 10000
smtp_banner = localhost ESMTP Exim
recipient_unqualified_hosts = 127.0.0.0/8
sender_unqualified_hosts = 127.0.0.0/8
deliver_queue_load_max = 1000

begin acl
acl_mail:
  deny    senders = refused@$DOMAIN
          message = 553 5.7.1 sender refused
  accept
acl_rcpt:
  defer   recipients = tempfail@$DOMAIN
          message = 451 4.7.1 try again later
  deny    recipients = policy@$DOMAIN
          message = 554 5.7.1 refused by policy
  deny    !authenticated = *
          message = 530 5.7.0 Authentication required
  deny    !domains = +local_domains
          message = 550 5.7.1 relay not permitted
  require message = 550 5.1.1 unknown user
          verify = recipient
  accept

begin routers
people:
  driver = accept
  domains = +local_domains
  condition = \${if match{\$local_part}{^(ada|bob|carol|fresh-.*)\\\$}}
  transport = to_lmtp

begin transports
to_lmtp:
  driver = smtp
  protocol = lmtp
  hosts = 127.0.0.1
  port = $LMTP
  allow_localhost
  hosts_try_auth =
  hosts_avoid_tls = *
  hosts_override

begin retry
* * F,1h,1m

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if eq{\$auth3}{\${lookup{\$auth2}lsearch{$e/passwd}{\$value}fail}}}
  server_set_id = \$auth2
  server_advertise_condition = \${if def:tls_in_cipher}
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = <| Username: | Password:
  server_condition = \${if eq{\$auth2}{\${lookup{\$auth1}lsearch{$e/passwd}{\$value}fail}}}
  server_set_id = \$auth1
  server_advertise_condition = \${if def:tls_in_cipher}
cram:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = \${lookup{\$auth1}lsearch{$e/passwd}{\$value}fail}
  server_set_id = \$auth1
C
}

start_exim() {
  local base e=$DIR/exim
  packages exim4-daemon-heavy exim4-base
  base=$(free_base 17000 587 465)
  mkdir -p "$e/spool" "$e/log"
  people | sed 's/\t/: /' >"$e/passwd"
  exim_config "$base"
  chown -R Debian-exim:Debian-exim "$e/spool" "$e/log"
  # Exim gives up root for a configuration file it was not told to trust.
  echo "$e/exim.conf" >>/etc/exim4/trusted_configs
  setsid exim4 -C "$e/exim.conf" -bd -q10m -oP "$e/exim.pid" </dev/null >"$e/start.log" 2>&1 || die "Exim did not start; see $e/start.log"
  for port in 587 465; do await_port $((base + port)); done
  cat >"$e/properties" <<P
exim.version=$(dpkg-query -W -f '${Version}' exim4-daemon-heavy)
exim.submission=localhost:$((base + 587))
exim.submissions=localhost:$((base + 465))
P
}
