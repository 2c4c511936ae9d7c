package dev.tegami.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The server's side of SCRAM (RFC 5802 §3) with any hash, written from the formulas. */
public final class ScramPeer {
    private static final byte[] SALT = "salt of the test".getBytes(StandardCharsets.US_ASCII);

    private final byte[] salted;
    private final int iterations;
    private final String hash;
    private String firstBare = "";
    private String serverFirst = "";

    public ScramPeer(String password, int iterations) throws GeneralSecurityException {
        this("SHA-256", password, iterations);
    }

    public ScramPeer(String hash, String password, int iterations) throws GeneralSecurityException {
        this.iterations = iterations;
        this.hash = hash;
        int bits = MessageDigest.getInstance(hash).getDigestLength() * 8;
        this.salted = SecretKeyFactory.getInstance("PBKDF2WithHmac" + hash.replace("-", ""))
                .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, iterations, bits))
                .getEncoded();
    }

    public byte[] first(byte[] clientFirst) {
        String text = new String(clientFirst, StandardCharsets.UTF_8);
        firstBare = text.substring(text.indexOf("n=", 2));
        String nonce = firstBare.substring(firstBare.indexOf(",r=") + 3);
        serverFirst = "r=" + nonce + "peer,s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + iterations;
        return serverFirst.getBytes(StandardCharsets.UTF_8);
    }

    /** Checks the client's proof and gives the server's. */
    public byte[] last(byte[] clientFinal) throws GeneralSecurityException {
        String text = new String(clientFinal, StandardCharsets.UTF_8);
        String withoutProof = text.substring(0, text.indexOf(",p="));
        String signed = firstBare + "," + serverFirst + "," + withoutProof;
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] signature = hmac(MessageDigest.getInstance(hash).digest(clientKey), signed);
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

    private byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        String name = "Hmac" + hash.replace("-", "");
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
