/* The compiled lexicon as bytes of the program; read by lexicon.cpp. */
    .section .rodata
    .global kamerzoek_lexicon_begin
    .global kamerzoek_lexicon_end
    .balign 16
kamerzoek_lexicon_begin:
    .incbin KAMERZOEK_LEXICON
kamerzoek_lexicon_end:
    .section .note.GNU-stack, "", %progbits
