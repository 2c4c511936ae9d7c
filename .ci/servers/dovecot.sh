# Dovecot: IMAP4 and POP3, in clear (STARTTLS) and on TLS ports, LMTP for Postfix and passwords for both.
# People: ada, bob and carol (whose password needs quoting); every name that begins with fresh- has an empty mailbox
# and the password "fresh", so that a test gets a mailbox nobody else has touched.
dovecot_config() {
  local d=$DIR/dovecot
  cat >"$d/users" <<C
ada:{PLAIN}lovelace::::::
bob:{PLAIN}builder::::::
carol:{PLAIN}s3 "cr\et::::::
C
  cat >"$d/dovecot.conf" <<C
base_dir = $d/run
state_dir = $d/state
log_path = $d/dovecot.log
instance_name = tegami
listen = 127.0.0.1
protocols = imap pop3 lmtp
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
auth_mechanisms = plain login cram-md5 scram-sha-256
auth_username_format = %Ln
# one login is as good as the next: no penalty after a wrong password
auth_failure_delay = 0 secs
disable_plaintext_auth = yes
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
  driver = static
  args = uid=mail gid=mail home=$d/mail/%Ln allow_all_users=yes
}
ssl = yes
ssl_cert = <$DIR/pki/server.pem
ssl_key = <$DIR/pki/server.key
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
  base=$(free_base 14000 143 993 110 995 24)
  IMAP=$((base + 143)) IMAPS=$((base + 993)) POP3=$((base + 110)) POP3S=$((base + 995)) LMTP=$((base + 24))
  mkdir -p "$d/run" "$d/state" "$d/mail"
  chown mail:mail "$d/mail"
  dovecot_config
  dovecot -c "$d/dovecot.conf" </dev/null >"$d/start.log" 2>&1 || die "Dovecot did not start; see $d/start.log and $d/dovecot.log"
  for port in $IMAP $IMAPS $POP3 $POP3S $LMTP; do await_port "$port"; done
}
