/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers of Loket's products. */
#define OVS_PRACTICE_MODULE_WERKNEMERLOKET 500
#define OVS_PRACTICE_MODULE_MIJNLOKET 777
