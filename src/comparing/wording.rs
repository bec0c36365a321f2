//! How two wordings of one utterance stand to each other, word by word.
