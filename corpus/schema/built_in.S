/* The dictionary that pieces are packed with, as bytes of the program; read by packed_pieces.cpp. */
    .section .rodata
    .global kamerzoek_pieces_begin
    .global kamerzoek_pieces_end
    .balign 16
kamerzoek_pieces_begin:
    .incbin KAMERZOEK_PIECES
kamerzoek_pieces_end:
    .section .note.GNU-stack, "", %progbits
