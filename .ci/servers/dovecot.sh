# Dovecot: IMAP4, POP3 and submission, in clear (STARTTLS) and on TLS ports, LMTP for Postfix and passwords for both.
# People: ada, bob and carol (whose password needs quoting); every name that begins with fresh- has an empty mailbox
# and the password "fresh", so that a test gets a mailbox nobody else has touched. locked may not log in though the
# password is right, troubled meets a database that does not answer; the mailbox of full holds nothing; boss (password boss) may act as anybody. Tokens are JSON Web Tokens signed by the
# octets in dovecot/token.key (HS256, issuer https://issuer.test, the person as sub); EXTERNAL takes the name in the client
# certificate, GSSAPI that in a Kerberos ticket; guests of ANONYMOUS are all one person. Submission hands on to Postfix.
dovecot_config() {
  local d=$DIR/dovecot
  cat >"$d/users" <<C
ada:{PLAIN}lovelace::::::
bob:{PLAIN}builder::::::
carol:{PLAIN}s3 "cr\et::::::
locked:{PLAIN}locked::::::nologin=y
C
  echo 'boss:{PLAIN}boss::::::' >"$d/bosses"
  echo 'full:::::::userdb_quota_rule=*:bytes=1' >"$d/full"
  mkdir -p "$d/keys/default/HS256"
  openssl rand 32 >"$d/token.key"
  openssl base64 -A <"$d/token.key" >"$d/keys/default/HS256/default"
  cat >"$d/oauth2.conf" <<C
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$d/keys/
issuers = https://issuer.test
username_attribute = sub
openid_configuration_url = https://issuer.test/.well-known/openid-configuration
C
  cat >"$d/dovecot.conf" <<C
base_dir = $d/run
state_dir = $d/state
log_path = $d/dovecot.log
instance_name = tegami
listen = 127.0.0.1
protocols = imap pop3 lmtp submission
hostname = localhost
postmaster_address = postmaster@$DOMAIN
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
mail_privileged_group =
mail_home = $d/mail/%Ln
mail_location = maildir:~/Maildir:LAYOUT=fs
mail_fsync = never
recipient_delimiter = +
mail_max_userip_connections = 0
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
  mailbox Trash {
    special_use = \\Trash
    auto = subscribe
  }
}
mail_plugins = \$mail_plugins zlib quota
protocol imap {
  mail_plugins = \$mail_plugins imap_zlib imap_quota
}
plugin {
  quota = maildir:User quota
  quota_rule = *:storage=1G
}
auth_mechanisms = plain login cram-md5 digest-md5 scram-sha-1 scram-sha-256 apop oauthbearer xoauth2 external anonymous gssapi
auth_krb5_keytab = $DIR/kerberos/keytab
auth_gssapi_hostname = "\$ALL"
import_environment = TZ KRB5_CONFIG=$DIR/kerberos/krb5.conf
auth_realms = localhost
auth_ssl_username_from_cert = yes
auth_anonymous_username = guest
submission_relay_host = 127.0.0.1
submission_relay_port = $RELAY
submission_relay_trusted = yes
auth_username_format = %Ln
# one login is as good as the next: no penalty after a wrong password
auth_failure_delay = 0 secs
disable_plaintext_auth = yes
passdb {
  driver = passwd-file
  master = yes
  args = scheme=PLAIN username_format=%Ln $d/bosses
}
passdb {
  driver = imap
  username_filter = troubled
  args = host=127.0.0.1 port=1
}
passdb {
  driver = static
  mechanisms = external
  args = nopassword=y
}
passdb {
  driver = oauth2
  mechanisms = oauthbearer xoauth2
  args = $d/oauth2.conf
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%Ln $d/users
}
passdb {
  driver = static
  username_filter = fresh-*
  args = password={PLAIN}fresh
}
userdb {
  driver = passwd-file
  args = username_format=%Ln $d/full
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$d/mail/%Ln allow_all_users=yes
}
ssl = yes
ssl_cert = <$DIR/pki/server.pem
ssl_key = <$DIR/pki/server.key
ssl_ca = <$DIR/pki/ca.pem
ssl_require_crl = no
ssl_verify_client_cert = yes
ssl_cert_username_field = commonName
ssl_min_protocol = TLSv1.2
ssl_dh =
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  inet_listener imap {
    port = $IMAP
  }
  inet_listener imaps {
    port = $IMAPS
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = $POP3
  }
  inet_listener pop3s {
    port = $POP3S
    ssl = yes
  }
}
service submission-login {
  inet_listener submission {
    port = $DOVECOT_SUBMISSION
  }
  inet_listener submissions {
    port = $DOVECOT_SUBMISSIONS
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = $LMTP
  }
}
service auth {
  unix_listener auth-postfix {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
C
}

start_dovecot() {
  local base d=$DIR/dovecot
  base=$(free_base 14000 143 993 110 995 24 587 465)
  IMAP=$((base + 143)) IMAPS=$((base + 993)) POP3=$((base + 110)) POP3S=$((base + 995)) LMTP=$((base + 24))
  DOVECOT_SUBMISSION=$((base + 587)) DOVECOT_SUBMISSIONS=$((base + 465))
  mkdir -p "$d/run" "$d/state" "$d/mail"
  chown mail:mail "$d/mail"
  dovecot_config
  dovecot -c "$d/dovecot.conf" </dev/null >"$d/start.log" 2>&1 || die "Dovecot did not start; see $d/start.log and $d/dovecot.log"
  for port in $IMAP $IMAPS $POP3 $POP3S $LMTP $DOVECOT_SUBMISSION $DOVECOT_SUBMISSIONS; do await_port "$port"; done
}
