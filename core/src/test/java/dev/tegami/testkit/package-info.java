/** The test kit: house rules, scripted server, transcripts and test certificates for the tests of every module. */
@NullMarked
package dev.tegami.testkit;

import org.jspecify.annotations.NullMarked;
