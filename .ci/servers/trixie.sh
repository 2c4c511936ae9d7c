# The root of a Debian 13, for the servers that need a newer release than this machine's. Half a minute, once per DIR.
TRIXIE=' cyrus310 dovecot24 opensmtpd '

make_trixie() {
  local mirror
  [ ! -e "$DIR/trixie/etc/debian_version" ] || return 0
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)
  say 'making the root of a Debian 13'
  mmdebstrap --quiet --variant=apt --include=ca-certificates,openssl,procps trixie "$DIR/trixie" "$mirror" \
    >"$DIR/trixie.log" 2>&1 || die "no root of Debian 13; see $DIR/trixie.log"
  printf '#!/bin/sh\nexit 101\n' >"$DIR/trixie/usr/sbin/policy-rc.d"
  chmod 755 "$DIR/trixie" "$DIR/trixie/usr/sbin/policy-rc.d"
}
