package dev.tegami.smime.internal;

import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.DigestFactory;

/**
 * Takes the content key out of an RSA block, whose private operation runs wherever the key lies. Whatever is wrong with
 * the block, a key of the right length comes back: there is no oracle (RFC 3218).
 */
final class RsaUnwrap {
    private RsaUnwrap() {}

    static byte[] unwrap(AlgorithmIdentifier algorithm, PrivateOperations key, byte[] block, int length)
            throws GeneralSecurityException {
        byte[] substitute = Crypto.random(length);
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            try {
                Optional<byte[]> content = key.rsaPkcs1(block);
                return content.isPresent() ? fitting(content.get(), substitute) : strip(key.rsa(block), substitute);
            } catch (UncheckedIOException e) {
                throw e;
            } catch (GeneralSecurityException | RuntimeException e) {
                return substitute;
            }
        }
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)) {
            throw new GeneralSecurityException("unknown key transport " + algorithm.getAlgorithm());
        }
        try {
            return fitting(oaep(RSAESOAEPparams.getInstance(algorithm.getParameters()), key, block), substitute);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (InvalidCipherTextException | GeneralSecurityException | RuntimeException e) {
            return substitute;
        }
    }

    private static byte[] fitting(byte[] found, byte[] substitute) {
        return found.length == substitute.length ? found : substitute;
    }

    /** 00 02, padding without zero, 00, the key; looked at without a branch that depends on the octets. */
    static byte[] strip(byte[] block, byte[] substitute) {
        int length = substitute.length;
        int zero = block.length - length - 1;
        if (zero < 10) {
            return substitute;
        }
        int wrong = block[0] | (block[1] ^ 2) | block[zero];
        for (int i = 2; i < zero; i++) {
            wrong |= ((block[i] & 0xFF) - 1) >>> 31;
        }
        int mask = (wrong | -wrong) >> 31;
        byte[] key = Arrays.copyOfRange(block, zero + 1, block.length);
        for (int i = 0; i < length; i++) {
            key[i] = (byte) ((key[i] & ~mask) | (substitute[i] & mask));
        }
        return key;
    }

    private static byte[] oaep(RSAESOAEPparams parameters, PrivateOperations key, byte[] block)
            throws InvalidCipherTextException, GeneralSecurityException {
        Digest hash = digest(parameters.getHashAlgorithm().getAlgorithm());
        AlgorithmIdentifier mask =
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        byte[] label = ASN1OctetString.getInstance(
                        parameters.getPSourceAlgorithm().getParameters())
                .getOctets();
        Optional<byte[]> content = key.rsaOaep(spec(parameters, mask, label), block);
        if (content.isPresent()) {
            return content.get();
        }
        byte[] raw = key.rsa(block);
        OAEPEncoding encoding = new OAEPEncoding(new Done(raw), hash, digest(mask.getAlgorithm()), label);
        encoding.init(false, new ParametersWithRandom(new NoKey(), Crypto.random()));
        return encoding.processBlock(block, 0, block.length);
    }

    private static OAEPParameterSpec spec(RSAESOAEPparams parameters, AlgorithmIdentifier mask, byte[] label)
            throws GeneralSecurityException {
        return new OAEPParameterSpec(
                known(parameters.getHashAlgorithm().getAlgorithm()).jca(),
                "MGF1",
                new MGF1ParameterSpec(known(mask.getAlgorithm()).jca()),
                new PSource.PSpecified(label));
    }

    private static DigestAlgorithm known(ASN1ObjectIdentifier oid) throws GeneralSecurityException {
        return DigestAlgorithm.of(oid).orElseThrow(() -> new GeneralSecurityException("unknown digest " + oid));
    }

    private static Digest digest(ASN1ObjectIdentifier oid) throws GeneralSecurityException {
        return switch (known(oid)) {
            case SHA1 -> DigestFactory.createSHA1();
            case SHA224 -> DigestFactory.createSHA224();
            case SHA256 -> DigestFactory.createSHA256();
            case SHA384 -> DigestFactory.createSHA384();
            case SHA512 -> DigestFactory.createSHA512();
            default -> throw new GeneralSecurityException("no digest for OAEP: " + oid);
        };
    }

    private static final class NoKey implements CipherParameters {}

    /** Stands for the private operation, which was done already. */
    private static final class Done implements AsymmetricBlockCipher {
        private final byte[] raw;

        Done(byte[] raw) {
            this.raw = raw;
        }

        @Override
        public void init(boolean encrypting, CipherParameters parameters) {}

        @Override
        public int getInputBlockSize() {
            return raw.length;
        }

        @Override
        public int getOutputBlockSize() {
            return raw.length - 1;
        }

        @Override
        public byte[] processBlock(byte[] in, int offset, int length) {
            // a first octet other than zero makes it too long, which the decoding refuses in its own time
            return raw[0] == 0 ? Arrays.copyOfRange(raw, 1, raw.length) : raw;
        }
    }
}
