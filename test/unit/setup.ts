// Browsers have Temporal; the Node that runs the unit tests may not.
import 'temporal-polyfill/global';
