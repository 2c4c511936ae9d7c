package dev.tegami.benchmarks.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** Somebody who can do the work. What is made is written to nowhere; each gives a number for the harness to consume. */
interface Suite {
    /** Signs the letter as multipart/signed with SHA-256 (Ed25519: SHA-512), and writes it. */
    long sign() throws GeneralSecurityException, IOException;

    /** Parses the signed letter and checks its signature. */
    long verify() throws GeneralSecurityException, IOException;

    /** Encrypts the letter, and writes it. */
    long encrypt(Work.Cipher cipher) throws GeneralSecurityException, IOException;

    /** Parses the encrypted letter, decrypts it, parses what is inside and writes its body. */
    long decrypt(Work.Cipher cipher) throws GeneralSecurityException, IOException;
}
