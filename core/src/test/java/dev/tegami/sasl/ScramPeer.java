package dev.tegami.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The server's side of SCRAM-SHA-256 (RFC 5802 §3), written from the formulas. */
final class ScramPeer {
    private static final byte[] SALT = "salt of the test".getBytes(StandardCharsets.US_ASCII);

    private final byte[] salted;
    private final int iterations;
    private String firstBare = "";
    private String serverFirst = "";

    ScramPeer(String password, int iterations) throws GeneralSecurityException {
        this.iterations = iterations;
        this.salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, iterations, 256))
                .getEncoded();
    }

    byte[] first(byte[] clientFirst) {
        String text = new String(clientFirst, StandardCharsets.UTF_8);
        firstBare = text.substring(text.indexOf("n=", 2));
        String nonce = firstBare.substring(firstBare.indexOf(",r=") + 3);
        serverFirst = "r=" + nonce + "peer,s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + iterations;
        return serverFirst.getBytes(StandardCharsets.UTF_8);
    }

    /** Checks the client's proof and gives the server's. */
    byte[] last(byte[] clientFinal) throws GeneralSecurityException {
        String text = new String(clientFinal, StandardCharsets.UTF_8);
        String withoutProof = text.substring(0, text.indexOf(",p="));
        String signed = firstBare + "," + serverFirst + "," + withoutProof;
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] signature = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), signed);
        byte[] proof = Base64.getDecoder().decode(text.substring(text.indexOf(",p=") + 3));
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= signature[i];
        }
        if (!MessageDigest.isEqual(proof, clientKey)) {
            return "e=invalid-proof".getBytes(StandardCharsets.US_ASCII);
        }
        byte[] own = hmac(hmac(salted, "Server Key"), signed);
        return ("v=" + Base64.getEncoder().encodeToString(own)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
