# Dovecot 2.4, of Debian 13: as dovecot.sh, and SCRAM with channel binding, UTF8=ACCEPT, REPLACE, quotas and ACLs.
# Its configuration is another language. Everybody is written down; the mailbox of full holds nothing, and LMTP says so.
dovecot24_config() { # BASE
  local d=$DIR/dovecot24 name password
  people | while IFS=$'\t' read -r name password; do
    printf '%s:{PLAIN}%s::::::\n' "$name" "$password"
  done >"$d/users"
  echo 'full:{PLAIN}full::::::userdb_quota_storage_size=1' >>"$d/users"
  mkdir -p "$d/keys/default/HS256"
  openssl rand 32 >"$d/token.key"
  openssl base64 -A <"$d/token.key" >"$d/keys/default/HS256/default"
  cat >"$d/dovecot.conf" <<C
dovecot_config_version = 2.4.1
dovecot_storage_version = 2.4.1
base_dir = $d/run
state_dir = $d/state
log_path = $d/dovecot.log
instance_name = tegami24
listen = 127.0.0.1
protocols = imap pop3 lmtp submission
hostname = localhost
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
mail_driver = maildir
mail_home = $d/mail/%{user | username | lower}
mail_path = ~/Maildir
mailbox_list_layout = fs
mail_fsync = never
mail_utf8_extensions = yes
mail_max_userip_connections = 0
recipient_delimiter = +
auth_mechanisms = plain login cram-md5 digest-md5 scram-sha-1 scram-sha-1-plus scram-sha-256 scram-sha-256-plus apop oauthbearer xoauth2 external
auth_username_format = %{user | username | lower}
auth_failure_delay = 0
auth_allow_cleartext = no
auth_ssl_username_from_cert = yes
oauth2 {
  introspection_mode = local
  username_attribute = sub
  issuers = https://issuer.test
  openid_configuration_url = https://issuer.test/.well-known/openid-configuration
  oauth2_local_validation {
    dict fs {
      fs posix {
        prefix = $d/keys/
      }
    }
  }
}
passdb static {
  mechanisms_filter = external
  fields {
    nopassword = yes
  }
}
passdb passwd-file {
  passwd_file_path = $d/users
}
userdb passwd-file {
  passwd_file_path = $d/users
  fields {
    uid:default = mail
    gid:default = mail
    home:default = $d/mail/%{user | username | lower}
  }
}
ssl = yes
ssl_server_cert_file = $DIR/pki/server.pem
ssl_server_key_file = $DIR/pki/server.key
ssl_server_ca_file = $DIR/pki/ca.pem
ssl_server_request_client_cert = yes
ssl_server_require_crl = no
ssl_server_cert_username_field = commonName
ssl_min_protocol = TLSv1.2
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
mail_plugins {
  quota = yes
  acl = yes
  notify = yes
}
acl_driver = vfile
quota "User quota" {
}
quota_storage_size = 1G
quota_storage_grace = 0
mail_attribute {
  dict file {
    path = %{home}/dovecot-attributes
  }
}
protocol imap {
  mail_plugins {
    imap_quota = yes
    imap_acl = yes
  }
  imap_metadata = yes
}
submission_relay_host = 127.0.0.1
submission_relay_port = $RELAY
submission_relay_trusted = yes
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  inet_listener imap {
    port = $(($1 + 143))
  }
  inet_listener imaps {
    port = $(($1 + 993))
  }
}
service pop3-login {
  inet_listener pop3 {
    port = $(($1 + 110))
  }
  inet_listener pop3s {
    port = $(($1 + 995))
  }
}
service lmtp {
  inet_listener lmtp {
    port = $(($1 + 24))
  }
}
service submission-login {
  inet_listener submission {
    port = $(($1 + 587))
  }
  inet_listener submissions {
    port = $(($1 + 465))
  }
}
C
}

start_dovecot24() {
  local base d=$DIR/dovecot24
  packages dovecot-core dovecot-imapd dovecot-pop3d dovecot-lmtpd dovecot-submissiond
  base=$(free_base 21000 143 993 110 995 24 587 465)
  mkdir -p "$d/run" "$d/state" "$d/mail"
  chown mail:mail "$d/mail"
  dovecot24_config "$base"
  setsid dovecot -c "$d/dovecot.conf" </dev/null >"$d/start.log" 2>&1 || die "Dovecot 2.4 did not start; see $d/start.log and $d/dovecot.log"
  for port in 143 993 110 995 24 587 465; do await_port $((base + port)); done
  cat >"$d/properties" <<P
dovecot24.version=$(dovecot --version | cut -d' ' -f1)
dovecot24.imap=localhost:$((base + 143))
dovecot24.imaps=localhost:$((base + 993))
dovecot24.pop3=localhost:$((base + 110))
dovecot24.pop3s=localhost:$((base + 995))
dovecot24.submission=localhost:$((base + 587))
dovecot24.submissions=localhost:$((base + 465))
dovecot24.lmtp=localhost:$((base + 24))
dovecot24.lmtp.socket=$d/run/lmtp
dovecot24.tokens=$d/token.key
P
}
