package dev.tegami.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens that Dovecot believes: JSON Web Tokens (RFC 7519) signed with its key. */
final class AccessToken {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private AccessToken() {}

    /** A token for a person, good until so long from now; less than nothing makes an expired one. */
    static String of(String server, String person, Duration left) throws IOException {
        Instant now = Instant.now();
        String header = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String claims = part(String.format(
                "{\"sub\":\"%s\",\"iss\":\"https://issuer.test\",\"iat\":%d,\"nbf\":%2$d,\"exp\":%d}",
                person, now.minusSeconds(7200).getEpochSecond(), now.plus(left).getEpochSecond()));
        String signed = header + "." + claims;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(Files.readAllBytes(Path.of(ServerList.value(server + ".tokens"))), "HmacSHA256"));
            return signed + "." + URL.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
