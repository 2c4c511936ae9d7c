package dev.tegami.benchmarks.smime;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The work without CMS and MIME: the fastest primitives of the JCA, one after the other over octets in memory, and
 * perhaps one pass of base64. Digests, AES and RSA are the JDK's, curves are Bouncy Castle's.
 */
final class PrimitiveSuite implements Suite {
    /** The JIT takes up the intrinsics of AES by the number of calls. */
    private static final int PIECE = 2048;

    private static final byte[] ATTRIBUTES = new byte[300];

    /** Whether a pass of base64 belongs to it. */
    enum Base {
        NONE,
        BASE64
    }

    private final byte[] body;
    private final Base base;
    private final PrivateKey key;
    private final PublicKey publicKey;
    private final String algorithm;
    private final String digest;
    private final Provider provider;
    private final byte[] signature;
    private final SecretKey secret;
    private final byte[] iv;
    private final byte[] wrapped;
    private final byte[] cbc;
    private final byte[] out;
    private final byte[] encoded;

    PrimitiveSuite(Letter letter, Base base) throws GeneralSecurityException {
        Person person = letter.person();
        Provider bouncy = new BouncyCastleProvider();
        boolean rsa = person.key().getAlgorithm().equals("RSA");
        boolean edwards = person.key().getAlgorithm().equals("EdDSA");
        this.body = letter.body();
        this.base = base;
        this.algorithm = rsa ? "SHA256withRSA" : edwards ? "Ed25519" : "SHA256withECDSA";
        this.digest = edwards ? "SHA-512" : "SHA-256";
        this.provider = rsa ? Signature.getInstance(algorithm).getProvider() : bouncy;
        this.key = rsa ? person.key() : person.as(bouncy);
        X509Certificate certificate = person.certificate();
        this.publicKey = rsa
                ? certificate.getPublicKey()
                : new JcaX509CertificateConverter()
                        .setProvider(bouncy)
                        .getCertificate(new JcaX509CertificateHolder(certificate))
                        .getPublicKey();
        this.signature = signature();
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.secret = new SecretKeySpec(random, "AES");
        this.iv = new byte[16];
        this.wrapped = rsa ? wrap() : new byte[0];
        this.out = new byte[body.length + 64];
        this.encoded = Base64.getMimeEncoder().encode(body);
        this.cbc = cbc(Cipher.ENCRYPT_MODE).doFinal(body);
    }

    private byte[] signature() throws GeneralSecurityException {
        Signature made = Signature.getInstance(algorithm, provider);
        made.initSign(key);
        made.update(ATTRIBUTES);
        return made.sign();
    }

    private byte[] wrap() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, publicKey);
        return cipher.doFinal(secret.getEncoded());
    }

    private Cipher gcm() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        iv[0]++; // the provider refuses a nonce twice in a row
        cipher.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(128, iv, 0, 12));
        return cipher;
    }

    private Cipher cbc(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, secret, new IvParameterSpec(new byte[16]));
        return cipher;
    }

    private long encode() {
        return base == Base.NONE ? 0 : Base64Pass.encode(body, encoded);
    }

    private long decode() {
        return base == Base.NONE ? 0 : Base64Pass.decode(encoded, out);
    }

    private int run(Cipher cipher, byte[] from) throws GeneralSecurityException {
        int made = 0;
        for (int at = 0; at < from.length; at += PIECE) {
            made += cipher.update(from, at, Math.min(PIECE, from.length - at), out, made);
        }
        return made + cipher.doFinal(out, made);
    }

    @Override
    public long sign() throws GeneralSecurityException {
        return encode() + MessageDigest.getInstance(digest).digest(body).length + signature().length;
    }

    @Override
    public long verify() throws GeneralSecurityException {
        Signature check = Signature.getInstance(algorithm, provider);
        check.initVerify(publicKey);
        check.update(ATTRIBUTES);
        if (!check.verify(signature)) {
            throw new IllegalStateException("the signature is good, and was not found so");
        }
        return decode() + MessageDigest.getInstance(digest).digest(body).length;
    }

    @Override
    public long encrypt(Work.Cipher cipher) throws GeneralSecurityException {
        Cipher running = cipher == Work.Cipher.GCM ? gcm() : cbc(Cipher.ENCRYPT_MODE);
        return encode() + run(running, body) + wrap().length;
    }

    @Override
    public long decrypt(Work.Cipher cipher) throws GeneralSecurityException {
        Cipher unwrap = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        unwrap.init(Cipher.DECRYPT_MODE, key);
        long sum = decode() + unwrap.doFinal(wrapped).length;
        // GCM costs the same in both directions; decrypting, the JDK keeps all of it until the end, and in one call it
        // takes hundreds of megabytes to get up to speed
        return cipher == Work.Cipher.GCM ? sum + run(gcm(), body) : sum + run(cbc(Cipher.DECRYPT_MODE), cbc);
    }
}
