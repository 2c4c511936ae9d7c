# A test authority, one server certificate, for localhost, and one for a client named ada; made anew on every run.
make_pki() {
  mkdir -p "$DIR/pki"
  (
    cd "$DIR/pki"
    openssl req -x509 -newkey rsa:2048 -nodes -sha256 -days 2 -subj '/O=Tegami tests/CN=Tegami test authority' \
      -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
      -keyout ca.key -out ca.pem
    openssl req -newkey rsa:2048 -nodes -subj '/O=Tegami tests/CN=localhost' -keyout server.key -out server.csr
    printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature,keyEncipherment' \
      'extendedKeyUsage=serverAuth' 'subjectAltName=DNS:localhost,IP:127.0.0.1' >server.ext
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -set_serial 2 -sha256 -days 2 -extfile server.ext -out server.crt
    cat server.crt ca.pem >server.pem
    openssl req -newkey rsa:2048 -nodes -subj '/O=Tegami tests/CN=ada' -keyout ada.key -out ada.csr
    printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature' 'extendedKeyUsage=clientAuth' >ada.ext
    openssl x509 -req -in ada.csr -CA ca.pem -CAkey ca.key -set_serial 3 -sha256 -days 2 -extfile ada.ext -out ada.crt
    openssl pkcs12 -export -in ada.crt -inkey ada.key -certfile ca.pem -name ada -passout pass:changeit -out ada.p12
    chmod 644 server.key ada.p12
  ) 2>"$DIR/pki/openssl.log" || die "no test authority; see $DIR/pki/openssl.log"
}
