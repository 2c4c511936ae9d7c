# Kerberos: a KDC of the realm EXAMPLE.TEST, with Dovecot's services (IMAP4, POP3, submission) in a key table, and ada and
# bob with their usual passwords. DIR/kerberos/krb5.conf is for server and client: names are taken as they are given, and
# the DNS is never asked.
start_kerberos() {
  local base k=$DIR/kerberos realm=EXAMPLE.TEST
  base=$(free_base 23000 88)
  KDC=$((base + 88))
  mkdir -p "$k"
  cat >"$k/krb5.conf" <<C
[libdefaults]
  default_realm = $realm
  dns_lookup_kdc = false
  dns_lookup_realm = false
  dns_canonicalize_hostname = false
  rdns = false
  udp_preference_limit = 1
[realms]
  $realm = {
    kdc = 127.0.0.1:$KDC
  }
[domain_realm]
  localhost = $realm
C
  cat >"$k/kdc.conf" <<C
[kdcdefaults]
  kdc_listen = 127.0.0.1:$KDC
  kdc_tcp_listen = 127.0.0.1:$KDC
[realms]
  $realm = {
    database_name = $k/principal
    key_stash_file = $k/stash
    acl_file = $k/acl
    max_life = 1d
  }
[logging]
  kdc = FILE:$k/kdc.log
C
  (
    export KRB5_CONFIG=$k/krb5.conf KRB5_KDC_PROFILE=$k/kdc.conf
    rm -f "$k"/principal* "$k/keytab"
    kdb5_util create -s -r $realm -P "$(openssl rand -hex 16)"
    kadmin.local -r $realm <<C
addprinc -pw lovelace ada
addprinc -pw builder bob
addprinc -randkey imap/localhost
addprinc -randkey pop/localhost
addprinc -randkey smtp/localhost
ktadd -k $k/keytab imap/localhost pop/localhost smtp/localhost
C
    krb5kdc -r $realm -P "$k/kdc.pid"
  ) </dev/null >"$k/start.log" 2>&1 || die "no Kerberos; see $k/start.log"
  chgrp dovecot "$k/keytab"
  chmod 640 "$k/keytab"
  await_port $KDC
}
