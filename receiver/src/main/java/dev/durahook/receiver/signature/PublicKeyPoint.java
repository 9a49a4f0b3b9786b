package dev.durahook.receiver.signature;

import dev.durahook.receiver.configuration.InvalidRuleException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;

/**
 * Checks the point of a public key, which Java's key factories accept without a check. With a point that is not on
 * the curve, every verification fails. The check is too slow for each delivery.
 */
final class PublicKeyPoint {

    private static final String REMEDY = ": copy the key again, as the provider shows it";

    // RFC 8032, section 5.1: the curve of Ed25519 is -x² + y² = 1 + d x² y², modulo p.
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = quotient(BigInteger.valueOf(-121_665), BigInteger.valueOf(121_666));

    private PublicKeyPoint() {}

    /**
     * Checks a key of ECDSA or Ed25519.
     *
     * @throws InvalidRuleException if the key can't belong to a sender
     */
    static void check(PublicKey key) {
        boolean isOnCurve = key instanceof ECPublicKey point
                ? isSolution(point.getW(), point.getParams().getCurve())
                : isAccepted(key);
        if (!isOnCurve) {
            throw new InvalidRuleException("is not a public key, because it is not a point on the curve" + REMEDY);
        }
        if (key instanceof EdECPublicKey point
                && isOfSmallOrder(point.getPoint().getY())) {
            throw new InvalidRuleException("is a key for which an attacker could guess signatures" + REMEDY);
        }
    }

    // The curve is y² = x³ + ax + b. Java 17 does not check whether a point solves the equation.
    private static boolean isSolution(ECPoint point, EllipticCurve curve) {
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.multiply(y).subtract(right).mod(p).signum() == 0;
    }

    // Java looks for the point of an Ed25519 key before the key verifies a signature.
    private static boolean isAccepted(PublicKey key) {
        try {
            Signature.getInstance(key.getAlgorithm()).initVerify(key);
            return true;
        } catch (InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + key.getAlgorithm(), e);
        }
    }

    // A placeholder of zeros is such a point: added to itself three times, it becomes the neutral point (0, 1). A
    // signature would then depend on the content in at most eight ways.
    private static boolean isOfSmallOrder(BigInteger point) {
        BigInteger y = point;
        for (int i = 0; i < 3; i++) {
            BigInteger y2 = y.multiply(y).mod(P);
            BigInteger x2 = quotient(y2.subtract(BigInteger.ONE), D.multiply(y2).add(BigInteger.ONE));
            y = quotient(y2.add(x2), BigInteger.ONE.subtract(D.multiply(x2).multiply(y2)));
        }
        return y.equals(BigInteger.ONE);
    }

    private static BigInteger quotient(BigInteger dividend, BigInteger divisor) {
        return dividend.multiply(divisor.modInverse(P)).mod(P);
    }
}
